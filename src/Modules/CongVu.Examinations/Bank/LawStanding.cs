using CongVu.Examinations.Data;
using CongVu.Law;
using CongVu.Legislation.Contracts;

namespace CongVu.Examinations.Bank;

/// <summary>Whether the law a question cites has changed since the question was last compared with it. Such a question is frozen until somebody looks at it again.</summary>
internal sealed class LawStanding(LawInUse law)
{
    public bool IsKnown(string number) => law.Current.Instruments.ContainsKey(number);

    /// <summary>What has changed, in words; empty when the question stands.</summary>
    public IReadOnlyList<string> ChangesSince(BankItem item, DateOnly today) => item.LawCited.Length == 0 ? [] : Changes(law.Current, item.LawCited, item.LawCheckedOn, today);

    public static IReadOnlyList<string> Changes(LawBook book, IReadOnlyCollection<string> cited, DateOnly since, DateOnly today)
    {
        List<string> changes = [];
        bool Within(DateOnly day) => day > since && day <= today;
        foreach (var number in cited)
        {
            if (book.Instruments.TryGetValue(number, out var instrument) && instrument.Ceases is { } ceased && Within(ceased)) changes.Add($"{instrument.ShortName} hết hiệu lực từ {Platform.Text.VnFormat.Date(ceased)}");
            foreach (var (acting, relation) in book.Instruments.Values.SelectMany(i => i.Relations.Select(r => (i, r))))
            {
                if (relation.Target != number || relation.Kind is RelationKind.Details || !Within(relation.From ?? acting.InForce)) continue;
                var what = relation.Kind switch { RelationKind.Amends => "sửa đổi, bổ sung", RelationKind.Replaces => "thay thế", RelationKind.Repeals => "bãi bỏ", _ => "ngưng hiệu lực" };
                changes.Add($"{acting.ShortName} {what} {number} từ {Platform.Text.VnFormat.Date(relation.From ?? acting.InForce)}{(relation.Note is null ? "" : $" ({relation.Note})")}");
            }
        }
        return [.. changes.Distinct()];
    }
}
