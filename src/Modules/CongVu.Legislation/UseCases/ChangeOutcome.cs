using CongVu.Legislation.Domain;

namespace CongVu.Legislation.UseCases;

/// <summary>How an act on a change ended.</summary>
internal abstract record ChangeOutcome
{
    public sealed record Done(Guid ChangeId) : ChangeOutcome;

    /// <summary>The law does not hold together with it, or a rule forbids it.</summary>
    public sealed record Refused(IReadOnlyList<ItemProblem> Problems) : ChangeOutcome
    {
        public static Refused For(string message) => new([new ItemProblem(null, "", message)]);
    }
}
