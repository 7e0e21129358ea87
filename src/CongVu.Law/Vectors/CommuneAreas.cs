using CongVu.Law.Communes;

namespace CongVu.Law.Vectors;

/// <summary>Questions about communes and villages.</summary>
internal static class CommuneAreas
{
    public static IEnumerable<VectorArea> All =>
    [
        new("communes.staffing", Staffing),
        new("communes.part-time-fund", PartTimeFund),
        new("communes.village-fund", VillageFund),
    ];

    private static readonly Dictionary<string, CommuneKind> CommuneKinds = Enum.GetValues<CommuneKind>().ToDictionary(k => k.Code());

    private static readonly Dictionary<string, VillageKind> VillageKinds = Enum.GetValues<VillageKind>().ToDictionary(k => k.Code());

    /// <summary>Classes as decisions write them, in Roman figures or in ours.</summary>
    private static readonly Dictionary<string, int> Classes = new() { ["1"] = 1, ["2"] = 2, ["3"] = 3, ["I"] = 1, ["II"] = 2, ["III"] = 3 };

    private static Func<LawBook, VectorAnswer> Staffing(VectorInput input)
    {
        var (kind, grade, day) = (input.Word("kind", CommuneKinds), input.Word("class", Classes), input.RequiredDate);
        return book =>
        {
            var staffing = book.Communes.Staffing(new CommuneUnit(kind, grade), day);
            return new VectorAnswer(
                new Dictionary<string, VectorValue> { ["cadresAndCivilServants"] = staffing.CadresAndCivilServants, ["partTime"] = staffing.PartTime }, staffing.Explanation);
        };
    }

    private static Func<LawBook, VectorAnswer> PartTimeFund(VectorInput input)
    {
        var (grade, day) = (input.Word("class", Classes), input.RequiredDate);
        return book => AnswerOf(book.Communes.PartTimeFund(grade, day));
    }

    private static Func<LawBook, VectorAnswer> VillageFund(VectorInput input)
    {
        var (kind, households, key, day) = (input.Word("kind", VillageKinds), input.Integer("households"), input.Flag("securityKey"), input.RequiredDate);
        return book => AnswerOf(book.Communes.VillageFund(new Village(kind, households) { SecurityKey = key }, day));
    }

    private static VectorAnswer AnswerOf(Fund fund) =>
        new(new Dictionary<string, VectorValue> { ["multiple"] = fund.Multiple, ["amount"] = fund.Amount }, fund.Explanation);
}
