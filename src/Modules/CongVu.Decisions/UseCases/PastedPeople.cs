using System.Text.RegularExpressions;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Decisions.UseCases;

/// <summary>A line of a pasted list that leads to nobody, and why.</summary>
internal sealed record PastedFault(int Line, string Text, string Why);

/// <summary>Who is meant by a pasted list, in its order, and the lines that could not be read.</summary>
internal sealed record PastedResult(IReadOnlyList<Guid> People, IReadOnlyList<PastedFault> Faults)
{
    /// <summary>The lines to be put right, as they were pasted.</summary>
    public string Left => string.Join('\n', Faults.Select(f => f.Text));
}

/// <summary>Reads a list of personal ids, one a line, as it comes out of a sheet or a letter: other words on the line do no harm.</summary>
internal sealed partial class PastedPeople(People people, TimeProvider clock)
{
    public const int MostLines = 500;

    /// <summary>Finds the people within the units for which the actor may draft the action.</summary>
    public async Task<PastedResult> ReadAsync(string text, string actionCode, CancellationToken ct)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select((t, i) => (No: i + 1, Text: t.Trim())).Where(l => l.Text.Length > 0).ToList();
        var read = lines.Take(MostLines).Select(l => (l.No, l.Text, Id: TwelveDigits().Match(l.Text) is { Success: true } m ? m.Value : null)).ToList();
        var ids = read.Select(l => l.Id).OfType<string>().Distinct().ToArray();
        var known = (await people.ScopedOn(new AsOf(clock.Today()), DecisionAccess.ToDraft(actionCode)).Where(p => ids.Contains(p.PersonalId)).Select(p => new { p.PersonalId, p.PersonId }).ToListAsync(ct)).ToDictionary(p => p.PersonalId, p => p.PersonId);
        var (found, faults) = (new List<Guid>(), new List<PastedFault>());
        foreach (var (no, line, id) in read)
            if (id is null) faults.Add(new PastedFault(no, line, NoId(line)));
            else if (!known.TryGetValue(id, out var person)) faults.Add(new PastedFault(no, line, $"Không có hồ sơ mang số định danh {id} trong phạm vi đơn vị bạn được giao. Kiểm tra lại số, hoặc đề nghị đơn vị quản lý hồ sơ lập quyết định."));
            else if (!found.Contains(person)) found.Add(person);
        faults.AddRange(lines.Skip(MostLines).Select(l => new PastedFault(l.No, l.Text, $"Mỗi lần dán tối đa {MostLines} dòng; dán tiếp sau khi thêm xong.")));
        return new PastedResult(found, faults);
    }

    private static string NoId(string line)
    {
        if (Scientific().IsMatch(line)) return "Số bị Excel viết dạng 9,9E+10 nên mất chữ số. Định dạng cột là Văn bản (Text) rồi chép lại.";
        return line.Count(char.IsAsciiDigit) is > 8 and < 12 and var digits
            ? $"Chỉ có {digits} chữ số, số định danh có 12. Nếu chép từ Excel, số 0 ở đầu có thể đã mất: định dạng cột là Văn bản (Text) rồi chép lại."
            : "Không thấy số định danh gồm 12 chữ số liền nhau trong dòng này.";
    }

    [GeneratedRegex(@"(?<!\d)\d{12}(?!\d)")]
    private static partial Regex TwelveDigits();

    [GeneratedRegex(@"\d[.,]?\d*E\+\d", RegexOptions.IgnoreCase)]
    private static partial Regex Scientific();
}
