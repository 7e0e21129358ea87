using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using CongVu.Examinations.Bank;
using CongVu.Examinations.Data;
using CongVu.Examinations.Formats;
using CongVu.Examinations.Tests.Bank;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Tests.Formats;

/// <summary>
/// Every format that is written, and the sample files, damaged in every way a mail, a disk or a bad hand damages files: cut off, bytes turned, other encodings, entities that
/// multiply, archives inside archives. Always an account in Vietnamese that says where, never a crash, never long, nothing half stored.
/// </summary>
[Trait("Category", "Slow")]
public sealed class DamagedFileTests(BankOffice office) : IClassFixture<BankOffice>
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
    private const string Marks = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";

    public static TheoryData<string> Names { get; } = [.. Corpus().Select(f => f.Name)];

    [Theory, MemberData(nameof(Names))]
    public void A_damaged_file_gives_an_account_in_time(string name)
    {
        var whole = Corpus().Single(f => f.Name == name).Bytes;
        // The runner is warm: what is measured is the file, not the first use of a parser.
        ItemFiles.Read(name, whole).Items.ShouldNotBeEmpty();
        foreach (var (how, bytes) in Damages(whole, new Random(name.Sum(c => c) * 7919)))
        {
            var watch = Stopwatch.StartNew();
            var set = ItemFiles.Read(name, bytes);
            watch.Elapsed.ShouldBeLessThan(Longest, how);
            (set.Items.Count + set.Errors.Count + set.Unsupported.Count).ShouldBeGreaterThan(0, how);
            foreach (var (where, words) in set.Errors.Select(e => (e.Where, e.Message)).Concat(set.Unsupported.Select(u => (u.Id, u.Reason))))
            {
                where.ShouldNotBeNullOrWhiteSpace(how);
                words.ToLowerInvariant().Any(Marks.Contains).ShouldBeTrue($"{how}: “{words}” is not Vietnamese");
                words.ShouldNotContain("Exception", Case.Sensitive, how);
                words.ShouldNotContain("   at ", Case.Sensitive, how);
            }
            set.Items.Select(i => i.Id).ShouldBeUnique(how);
            set.Items.ShouldAllBe(i => i.Parts.Count > 0 && i.Title.Length > 0, how);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Of_a_damaged_file_nothing_is_stored_but_whole_questions(string name)
    {
        var subject = "Hỏng " + name;
        var whole = Corpus().Single(f => f.Name == name).Bytes;
        foreach (var (how, bytes) in Damages(whole, new Random(name.Length)).Where((_, i) => i % 9 == 0))
        {
            await using var desk = await office.AsAsync(BankOffice.Author, Roles.UnitHr);
            var db = desk.Get<CongVuDb>();
            var (id, refused) = await desk.Get<Importing>().ReadAsync(name, bytes, subject, 1, null, default);
            var pending = await db.Set<PendingImport>().CountAsync(p => p.Subject == subject);
            if (id is null)
            {
                refused!.Message.ToLowerInvariant().Any(Marks.Contains).ShouldBeTrue(how);
                pending.ShouldBe(0, how);
                continue;
            }
            (await desk.Get<Importing>().TakeAsync(id.Value, default)).ShouldBeOfType<ImportOutcome.Done>(how);
            (await db.Set<PendingImport>().CountAsync(p => p.Subject == subject)).ShouldBe(0, how);
        }
        await using var after = await office.AsAsync(BankOffice.Author, Roles.UnitHr);
        var rows = await after.Get<CongVuDb>().Set<BankItem>().AsNoTracking().Where(i => i.Subject == subject).ToListAsync();
        foreach (var row in rows) (await after.Desk.OpenAsync(row, default)).Parts.ShouldNotBeEmpty();
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Corpus()
    {
        foreach (var format in new[] { "qti3", "qti21", "moodle", "gift", "aiken" })
        {
            var (bytes, extension) = ItemExport.Write(Samples.All(), format, new ExportAccount());
            yield return ($"{format}{extension}", bytes);
        }
        yield return ("de.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, 20).Select(n => $"Câu {n}. Ai bầu Chủ tịch nước, lần {n}?\nA. Quốc hội\nB. Chính phủ\nC. Mặt trận\nĐáp án: A\n\n"))));
        foreach (var file in Directory.GetFiles(Path.Combine(Root(), "samples"), "cau-hoi-*").Order(StringComparer.Ordinal)) yield return (Path.GetFileName(file), File.ReadAllBytes(file));
    }

    private static IEnumerable<(string How, byte[] Bytes)> Damages(byte[] whole, Random random)
    {
        for (var n = 0; n < 14; n++) { var at = random.Next(1, whole.Length); yield return ($"cut off at {at}", whole[..at]); }
        for (var n = 0; n < 14; n++)
        {
            var bytes = whole.ToArray();
            for (var k = random.Next(1, 40); k > 0; k--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            yield return ($"bytes turned, {n}", bytes);
        }
        for (var n = 0; n < 4; n++) { var (from, size) = (random.Next(whole.Length), random.Next(1, 400)); yield return ($"a hole at {from}", [.. whole[..from], .. whole[Math.Min(whole.Length, from + size)..]]); }
        yield return ("twice", [.. whole, .. whole]);
        yield return ("all zero", new byte[Math.Min(whole.Length, 100_000)]);
        yield return ("empty lines before", [.. Encoding.UTF8.GetBytes(new string('\n', 5000)), .. whole]);
        yield return ("an archive of it", Zip("trong.zip", Zip("a/" + Guid.Empty, whole)));
        var text = Encoding.UTF8.GetString(whole);
        yield return ("UTF-16", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)]);
        yield return ("UTF-16 the other way", [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(text)]);
        yield return ("UTF-32", [.. Encoding.UTF32.GetPreamble(), .. Encoding.UTF32.GetBytes(text)]);
        yield return ("Latin-1", Encoding.Latin1.GetBytes(text));
        yield return ("with a mark of order in the middle", Encoding.UTF8.GetBytes(text.Insert(text.Length / 2, "\uFEFF\0\u202E")));
        const string bomb = "<!DOCTYPE q [<!ENTITY a \"aaaaaaaaaaaaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">]>";
        yield return ("entities that multiply", Encoding.UTF8.GetBytes(bomb + $"<quiz><question type=\"essay\"><name><text>&d;</text></name></question></quiz>{text[..Math.Min(text.Length, 2000)]}"));
        // Inside an archive every document gets the entities.
        if (whole.AsSpan().StartsWith("PK"u8)) yield return ("entities in every document", Rewritten(whole, bomb));
    }

    private static byte[] Rewritten(byte[] archive, string before)
    {
        using var to = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(archive)))
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries)
            {
                using var content = entry.Open();
                using var bytes = new MemoryStream();
                content.CopyTo(bytes);
                using var stream = zip.CreateEntry(entry.FullName).Open();
                var text = Encoding.UTF8.GetString(bytes.ToArray());
                stream.Write(entry.Name.EndsWith(".xml", StringComparison.Ordinal) ? Encoding.UTF8.GetBytes(before + text[(text.IndexOf("?>", StringComparison.Ordinal) is var at and >= 0 ? at + 2 : 0)..]) : bytes.ToArray());
            }
        }
        return to.ToArray();
    }

    private static byte[] Zip(string name, byte[] content)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        using (var stream = zip.CreateEntry(name).Open())
            stream.Write(content);
        return buffer.ToArray();
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "CongVu.slnx"))) return folder.FullName;
        throw new DirectoryNotFoundException("CongVu.slnx");
    }
}
