namespace CongVu.Law.Vectors;

/// <summary>Questions about deadlines.</summary>
internal static class CalendarAreas
{
    public static IEnumerable<VectorArea> All => [new("calendar.deadline", DeadlineOf)];

    private static Func<LawBook, VectorAnswer> DeadlineOf(VectorInput input)
    {
        var (from, count, unit) = (input.Day("from"), input.SignedInteger("count"), input.PeriodUnit("unit"));
        return book =>
        {
            var rule = new Deadline(book.Calendar);
            return new VectorAnswer(new Dictionary<string, VectorValue> { ["due"] = rule.Reckon(from, count, unit).Due }, rule.Explain(from, count, unit));
        };
    }
}
