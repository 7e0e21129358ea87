using CongVu.Decisions.Checks;

namespace CongVu.Decisions.UseCases;

/// <summary>Says in one message what stopped a move: what, about whom, and the cure; the page lists the rest.</summary>
internal static class Refusals
{
    public static string Say(string what, AssessedDecision assessed)
    {
        var first = Stops(assessed).FirstOrDefault();
        var more = Stops(assessed).Count() - 1;
        return first is null ? $"{what}: còn điều kiện chưa đạt, xem phần Kiểm tra." : $"{what}. {first}{(more > 0 ? $" Còn {more} điều kiện khác, xem phần Kiểm tra." : "")}";
    }

    private static IEnumerable<string> Stops(AssessedDecision assessed) =>
        assessed.Checks.Where(c => c.Stops).Select(c => Sentence(null, c.Message ?? c.Title, c.Cure))
            .Concat(assessed.WorstFirst.SelectMany(i => i.Assessment.Errors.Select(e => Sentence(i.Item.SubjectName, e.Message, null)).Concat(i.Checks.Where(c => c.Stops).Select(c => Sentence(i.Item.SubjectName, c.Message ?? c.Title, c.Cure)))));

    private static string Sentence(string? who, string what, string? cure) => $"{(who is null ? "" : who + ": ")}{what}{(cure is null ? "" : $" Cách xử lý: {cure}")}";
}
