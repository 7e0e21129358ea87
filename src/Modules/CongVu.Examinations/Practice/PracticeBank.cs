using System.Text.RegularExpressions;
using CongVu.Examinations.Bank;
using CongVu.Examinations.Data;
using CongVu.Examinations.Formats;
using CongVu.Examinations.Items;
using CongVu.Examinations.Papers;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Data;
using CongVu.Platform.Time;

namespace CongVu.Examinations.Practice;

/// <summary>Who does what in the examinations of the practice province.</summary>
internal sealed record PracticeCouncil(Guid Secretary, Guid Chair, Guid Reviewer, Guid FirstOfficer, Guid SecondOfficer, Guid Technician, Guid ThirdMarker, Guid FourthMarker, Guid Supervisor);

/// <summary>The bank of the practice province, read from sample files like uploaded ones.</summary>
internal sealed partial class PracticeBank(CongVuDb db, ItemSafe safe, LawStanding law, PracticeCouncil by, TimeProvider clock)
{
    private readonly DateTime _made = clock.UtcNow().AddDays(-90);

    /// <summary>Takes a file in as approved questions; the last so many still wait for their reviewer and approver.</summary>
    public IReadOnlyList<(BankItem Row, ExamItem Item)> Add(string subject, string file, bool isPractice, int waiting = 0)
    {
        using var stream = typeof(PracticeBank).Assembly.GetManifestResourceStream(file)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        var items = ItemFiles.Read(file, bytes.ToArray()).Items;
        List<(BankItem, ExamItem)> added = [];
        for (var at = 0; at < items.Count; at++)
        {
            // The codes of these files say the level; what the explanation names is cited.
            var item = items[at];
            BankState[] steps = at < items.Count - waiting ? [BankState.Draft, BankState.Submitted, BankState.Reviewed, BankState.Approved] : at == items.Count - 1 ? [BankState.Draft, BankState.Submitted, BankState.Reviewed] : [BankState.Draft, BankState.Submitted];
            var row = new BankItem
            {
                Subject = subject, IsPractice = isPractice, Code = item.Id, Topic = item.Topic, Level = int.Parse(Level().Match(item.Id).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), Kind = PartKinds.TypeOf(item), State = steps[^1],
                AuthorId = by.FirstOfficer, ReviewerId = steps.Contains(BankState.Reviewed) ? by.Reviewer : null, ApproverId = steps.Contains(BankState.Approved) ? by.Chair : null,
                LawCited = [.. Cited().Matches(item.Explanation.Text()).SelectMany(m => LawCitation.Read(m.Value, law.IsKnown).Cited).Select(c => c.ToString()).Distinct()], LawCheckedAt = clock.UtcNow(), CreatedAt = _made,
            };
            var (body, hash) = safe.Seal(item);
            db.Add(row);
            db.Add(new BankItemVersion { ItemId = row.Id, Number = 1, Sealed = body, Hash = hash, MadeAt = _made, MadeBy = by.FirstOfficer });
            for (var step = 0; step < steps.Length; step++)
                db.Add(new BankItemStep { ItemId = row.Id, At = _made.AddDays(step), AccountId = step < 2 ? by.FirstOfficer : step == 2 ? by.Reviewer : by.Chair, FromState = step == 0 ? null : steps[step - 1], ToState = steps[step], ItemVersion = 1 });
            added.Add((row, item));
        }
        return added;
    }

    public (BlueprintRow Past, BlueprintRow Coming, BlueprintRow Practice) Blueprints() =>
    (
        Plan("Sát hạch nghiệp vụ công vụ, 15 câu", "Nghiệp vụ công vụ", false, new("Tuyển dụng công chức", 0, 6, 500), new("Bổ nhiệm, từ chức, miễn nhiệm", 0, 4, 500), new("Xử lý kỷ luật", 0, 4, 500), new("Tự luận", 0, 1, 3000)),
        Plan("Sát hạch tiền lương và chế độ, 15 câu", "Tiền lương và chế độ", false, new("Tiền lương", 0, 7, 600), new("Phụ cấp", 0, 3, 600), new("Mức lương cơ sở", 0, 3, 800), new("Tuổi nghỉ hưu", 0, 2, 800)),
        Plan("Ôn tập kiến thức công vụ", "Kiến thức công vụ", true, new("Cách tính thời hạn", 0, 3, 600), new("Thi trên máy", 0, 3, 600), new("Luật Cán bộ, công chức", 0, 3, 800), new("Lương và phụ cấp", 0, 5, 800))
    );

    private BlueprintRow Plan(string name, string subject, bool isPractice, params BlueprintCell[] cells)
    {
        var row = new BlueprintRow { Name = name, Subject = subject, IsPractice = isPractice, Cells = BlueprintForm.Write(cells), State = BlueprintState.Approved, AuthorId = by.Secretary, ApproverId = by.Chair, CreatedAt = _made.AddDays(10) };
        db.Add(row);
        return row;
    }

    [GeneratedRegex(@"^[^-]+-(\d)-")]
    private static partial Regex Level();

    [GeneratedRegex(@"(?:Điều \d+[a-z]? (?:khoản \d+ )?(?:Bộ luật|Luật|Nghị định|Thông tư) )?\d+/\d{4}/[A-ZĐ]+(?:-[A-ZĐ]+)?\d*")]
    private static partial Regex Cited();
}
