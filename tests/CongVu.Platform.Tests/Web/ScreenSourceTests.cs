using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using CongVu.Platform.Web;

namespace CongVu.Platform.Tests.Web;

/// <summary>Rules every page keeps, found in the sources of all modules, so that nobody has to remember them.</summary>
public partial class ScreenSourceTests
{
    private static readonly string Root = FindRoot();
    private static readonly string WebRoot = Path.Combine(Root, "src", "CongVu.Host", "wwwroot");

    [Fact]
    public void No_page_has_inline_style_handlers_or_scripts_that_the_browser_would_refuse()
    {
        var offenders = Pages().SelectMany(p => InlineCode().Matches(WithoutRazorComments(p.Text)).Select(m => $"{p.Name}: {m.Value}"));
        offenders.ShouldBeEmpty();
    }

    [Fact]
    public void Every_icon_that_is_named_is_in_the_sprite()
    {
        var sprite = SpriteIds().Matches(File.ReadAllText(Path.Combine(WebRoot, "icons.svg"))).Select(m => m.Groups[1].Value).ToHashSet();
        var named = Pages().Concat(Sources()).SelectMany(f => IconNames().Matches(f.Text).Select(m => (f.Name, Icon: m.Groups["n"].Value)))
            .Concat(BadgeStates.All.Values.Select(b => ("BadgeStates", b.Icon)));
        named.Where(n => !sprite.Contains(n.Icon)).Select(n => $"{n.Item1}: {n.Item2} (add it to scripts/icons.txt)").ShouldBeEmpty();
    }

    [Fact]
    public void Every_module_with_pages_uses_our_tags()
    {
        // They also put the token against forgery into forms, so a folder of pages without them would not work.
        var imports = Pages().Where(p => Path.GetFileName(p.Name) == "_ViewImports.cshtml").ToList();
        imports.ShouldNotBeEmpty();
        imports.Where(p => !p.Text.Contains("@addTagHelper *, CongVu.Platform", StringComparison.Ordinal)).Select(p => p.Name).ShouldBeEmpty();
    }

    [Fact]
    public void Every_state_that_a_page_names_is_known() =>
        Pages().SelectMany(p => StateNames().Matches(p.Text).Select(m => (p.Name, State: m.Groups[1].Value)))
            .Where(s => !BadgeStates.All.ContainsKey(s.State)).ShouldBeEmpty();

    [Fact]
    public void Vendored_files_are_the_ones_of_the_manifest()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(WebRoot, "lib", "manifest.json")));
        var listed = manifest.RootElement.GetProperty("sha256").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString());
        var present = Directory.EnumerateFiles(Path.Combine(WebRoot, "lib"), "*", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(f) != "manifest.json").Append(Path.Combine(WebRoot, "icons.svg"))
            .ToDictionary(f => Path.GetRelativePath(WebRoot, f).Replace('\\', '/'), f => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(f))));
        present.ShouldBe(listed!, ignoreOrder: true);
    }

    [Fact]
    public void Scripts_never_evaluate_text()
    {
        var scripts = Directory.EnumerateFiles(WebRoot, "*.js", SearchOption.AllDirectories).ToList();
        scripts.Count.ShouldBeGreaterThan(5);
        scripts.Where(f => Evaluation().IsMatch(File.ReadAllText(f))).ShouldBeEmpty();
    }

    [Fact]
    public void Styles_ask_for_nothing_from_elsewhere() =>
        Directory.EnumerateFiles(Path.Combine(WebRoot, "css"), "*.css").Where(f => File.ReadAllText(f).Contains("http", StringComparison.Ordinal)).ShouldBeEmpty();

    private static IEnumerable<(string Name, string Text)> Pages() => Files("*.cshtml");

    private static IEnumerable<(string Name, string Text)> Sources() => Files("*.cs");

    private static IEnumerable<(string Name, string Text)> Files(string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, "src"), pattern, SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(f => (Path.GetRelativePath(Root, f), File.ReadAllText(f)));

    private static string WithoutRazorComments(string page) => RazorComments().Replace(page, "");

    private static string FindRoot([CallerFilePath] string here = "")
    {
        for (var folder = Path.GetDirectoryName(here); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "CongVu.slnx")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException("The tests were built outside of a checkout.");
    }

    [GeneratedRegex("""\sstyle\s*=|\son[a-z]+\s*=\s*["']|<style|<script(?![^>]*\bsrc=)|javascript:""", RegexOptions.IgnoreCase)]
    private static partial Regex InlineCode();

    [GeneratedRegex("""(cv-icon name="|[\s(]icon="|Markup\.Icon\(")(?<n>[a-z0-9-]+)"|new\(MenuSection\.\w+, "[^"]*", "(?<n>[a-z0-9-]+)"|new (WorkItem|SearchHit)\([^;]*"(?<n>[a-z0-9-]+)"\)[,;\s\])]""")]
    private static partial Regex IconNames();

    [GeneratedRegex("id=\"tabler-([a-z0-9-]+)\"")]
    private static partial Regex SpriteIds();

    [GeneratedRegex("<cv-(?:badge|page|tile)\\b[^>]*\\sstate=\"([a-zA-Z-]+)\"")]
    private static partial Regex StateNames();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex RazorComments();

    [GeneratedRegex(@"\beval\s*\(|new Function\b|setTimeout\s*\(\s*[""']")]
    private static partial Regex Evaluation();
}
