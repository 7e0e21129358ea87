using CongVu.Decisions.Actions;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Domain;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Printing.Administrative;

namespace CongVu.Decisions.Printing;

/// <summary>The fixed phrases of a decision that depend on the agency.</summary>
internal sealed class PaperWords(LegalBases bases)
{
    private static readonly string[] PlaceWords = ["tỉnh", "thành phố", "quận", "huyện", "thị xã", "xã", "phường", "thị trấn", "đặc khu"];

    /// <summary>Agency above, as the head of the paper shows it; a People's Committee stands alone.</summary>
    public static string? ParentAgency(UnitView agency, UnitTree tree) =>
        agency.Kind != UnitKind.PeoplesCommittee && agency.ParentId is { } above && tree.Agency(above) is { } parent ? AgencyName(parent) : null;

    /// <summary>"Ủy ban nhân dân" on a line of its own, then the place.</summary>
    public static string AgencyName(UnitView agency) => agency.Name;

    /// <summary>Place of issue: "Đồng Nai" for the province's agencies, "An Bình" for a commune's.</summary>
    public static string Place(UnitView agency, UnitTree tree)
    {
        var committee = tree.Path(agency.Id).LastOrDefault(u => u.Kind == UnitKind.PeoplesCommittee) ?? tree.Path(agency.Id).FirstOrDefault() ?? agency;
        var name = committee.Name;
        foreach (var lead in (string[])["Ủy ban nhân dân ", "UBND "])
            if (name.StartsWith(lead, StringComparison.OrdinalIgnoreCase)) name = name[lead.Length..];
        foreach (var word in PlaceWords)
            if (name.StartsWith(word + " ", StringComparison.OrdinalIgnoreCase)) return name[(word.Length + 1)..];
        return name;
    }

    /// <summary>Law on the agency's own powers, before what the act itself rests on.</summary>
    public IReadOnlyList<string> AgencyBases(UnitView agency, DateOnly day) => bases.On(day, "77/2015/QH13", "72/2025/QH15");

    /// <summary>"Theo đề nghị của …".</summary>
    public static string? Proposal(UnitView? drafting, UnitView agency) => drafting is null ? null
        : drafting.Id == agency.Id ? $"Theo đề nghị của bộ phận tổ chức cán bộ {agency.Name}"
        : $"Theo đề nghị của {(LeadershipPosts.HeadOf(drafting) is { } head ? PostTitles.Full(head, drafting) : $"Thủ trưởng {drafting.Name}")}";

    /// <summary>Entry into force and who carries the decision out.</summary>
    public static BodyBlock.Article LastArticle(DecisionText text, UnitView agency)
    {
        var carriers = text.CarriedOutBy.Count == 0 ? "các cơ quan, đơn vị, cá nhân có liên quan" : string.Join(", ", text.CarriedOutBy) + " và các cơ quan, đơn vị, cá nhân có liên quan";
        var office = agency.Kind == UnitKind.PeoplesCommittee ? "Chánh Văn phòng Ủy ban nhân dân, " : "";
        return new BodyBlock.Article(text.Articles.Count + 1, $"Quyết định này có hiệu lực kể từ ngày ký. {AppointText.Capital(office + carriers)} chịu trách nhiệm thi hành Quyết định này");
    }

    /// <summary>"Như Điều n", the action's own recipients, "Lưu".</summary>
    public static IReadOnlyList<string> Recipients(DecisionText text, UnitView agency)
    {
        var own = agency.Name.Contains("Nội vụ", StringComparison.OrdinalIgnoreCase) ? Array.Empty<string>() : ["Sở Nội vụ"];
        return [$"Như Điều {text.Articles.Count + 1}", .. own, .. text.Recipients, "Lưu: VT, hồ sơ cán bộ"];
    }
}
