using System.Text;
using CongVu.Law.Loading;

namespace CongVu.Law.Vectors;

/// <summary>
/// Runs test vectors against the law: every <c>*.yaml</c> below a folder is a list of cases <c>{name, area, source?, date, input, expect}</c>. Only keys under
/// <c>expect</c> are compared, tolerance zero. An unknown area or key is a failure, never skipped.
/// </summary>
public sealed class VectorRunner
{
    private readonly LawBook book;
    private readonly Dictionary<string, VectorArea> areas;

    /// <param name="book">The law.</param>
    /// <param name="further">Areas added by modules.</param>
    public VectorRunner(LawBook book, IEnumerable<VectorArea>? further = null)
    {
        this.book = book;
        areas = new[] { PayAreas.All, RetirementAreas.All, CalendarAreas.All, SeveranceAreas.All, CommuneAreas.All, further ?? [] }.SelectMany(a => a).ToDictionary(a => a.Name);
    }

    /// <summary>Names of the areas that can be asked.</summary>
    public IEnumerable<string> Areas => areas.Keys.Order(StringComparer.Ordinal);

    /// <summary>Runs every file below a folder, in the order of their names.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public VectorReport Run(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"Không thấy thư mục “{folder}”.");
        }
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || f.EndsWith(".yml", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal);
        return new VectorReport([.. files.SelectMany(f => RunFile(Path.GetRelativePath(folder, f), f))]);
    }

    /// <summary>Answers one question, for printing its explanation.</summary>
    /// <param name="input">YAML or JSON: the <c>input</c> of a case.</param>
    /// <exception cref="CaseInputException">The area is unknown, or the input cannot be read or does not fit the law.</exception>
    /// <exception cref="OutsideCoverageException">The law's data do not reach the day.</exception>
    public VectorAnswer Answer(string area, DateOnly? date, string input)
    {
        var errors = new LawErrors();
        using var text = new StringReader(input.Trim().Length == 0 ? "{}" : input);
        var root = LawYaml.Read("input", text, errors);
        if (root is not LawMapping mapping || errors.Any)
        {
            throw new UnreadableInputException("Dữ liệu vào phải là một nhóm “khóa: giá trị”. " + string.Join(" ", errors.All.Select(e => e.Message)));
        }
        return Answer(area, date, mapping);
    }

    private VectorAnswer Answer(string area, DateOnly? date, LawMapping mapping)
    {
        if (!areas.TryGetValue(area, out var known))
        {
            throw new UnreadableInputException($"Không có lĩnh vực tính toán “{area}”.");
        }
        var input = new VectorInput(mapping, date);
        var compute = known.Read(input);
        input.RefuseOtherKeys();
        var problems = input.Problems.ToList();
        return problems.Count == 0 ? compute(book) : throw new UnreadableInputException(string.Join(" ", problems));
    }

    private IEnumerable<VectorResult> RunFile(string name, string path)
    {
        var errors = new LawErrors();
        LawNode? root;
        try
        {
            using var text = new StreamReader(path, new UTF8Encoding(false, true));
            root = LawYaml.Read(name, text, errors);
        }
        catch (DecoderFallbackException)
        {
            return [Failed(new FilePlace(name, 1), "", "", "Tệp không phải là văn bản UTF-8.")];
        }
        if (errors.Any || root is not LawSequence cases)
        {
            return [Failed(new FilePlace(name, errors.All.Count > 0 ? errors.All[0].Place.Line : 1), "", "",
                errors.Any ? string.Join(" ", errors.All.Select(e => e.Message)) : "Tệp phải là danh sách các trường hợp.")];
        }
        return [.. cases.Items.Select(RunCase)];
    }

    private VectorResult RunCase(LawNode node)
    {
        var errors = new LawErrors();
        if (VectorCase.Read(node, errors) is not { } test)
        {
            return Failed(node.Place, "", "", string.Join(" ", errors.All.Select(e => e.Message)));
        }
        var message = Compare(test);
        return message is null
            ? new VectorResult(test.Place.File, test.Place.Line, test.Name, test.Area, VectorOutcome.Passed, null)
            : Failed(test.Place, test.Name, test.Area, message);
    }

    private string? Compare(VectorCase test)
    {
        try
        {
            var values = Answer(test.Area, test.Date, test.Input).Values;
            var wrong = test.Expect.Select(e => !values.TryGetValue(e.Key, out var actual)
                ? $"không có kết quả “{e.Key}”"
                : actual.Matches(e.Value) ? null : $"{e.Key}: cần {e.Value}, tính được {actual}").Where(m => m is not null).ToList();
            return wrong.Count == 0 ? null : string.Join("; ", wrong);
        }
        catch (OutsideCoverageException refused)
        {
            return Refusal(test, "outside-coverage", refused.Message);
        }
        catch (UnreadableInputException unreadable)
        {
            return unreadable.Message;
        }
        catch (CaseInputException refused)
        {
            return Refusal(test, "invalid-case", refused.Message);
        }
        catch (OverflowException)
        {
            return Refusal(test, "invalid-case", "Số quá lớn.");
        }
        catch (ArgumentOutOfRangeException)
        {
            return Refusal(test, "invalid-case", "Ngày nằm ngoài phạm vi tính được.");
        }
    }

    private static string? Refusal(VectorCase test, string code, string message) =>
        test.Expect.Count == 1 && test.Expect.GetValueOrDefault(VectorCase.Error) == code ? null : $"bị từ chối ({code}): {message}";

    private static VectorResult Failed(FilePlace place, string name, string area, string message) =>
        new(place.File, place.Line, name, area, VectorOutcome.Failed, message);
}
