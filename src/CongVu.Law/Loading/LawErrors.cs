namespace CongVu.Law.Loading;

/// <summary>Collects everything wrong with the data, so that one run shows all of it.</summary>
internal sealed class LawErrors
{
    private readonly List<LawDataError> all = [];

    public bool Any => all.Count > 0;

    public IReadOnlyList<LawDataError> All =>
        [.. all.OrderBy(e => e.Place.File, StringComparer.Ordinal).ThenBy(e => e.Place.Line)];

    public void Add(FilePlace place, string message) => all.Add(new LawDataError(place, message));

    public void ThrowIfAny()
    {
        if (Any)
        {
            throw new LawDataException(All);
        }
    }
}
