using System.Text.Json.Serialization;
using CongVu.Law;

namespace CongVu.Legislation.Domain;

/// <summary>A relation as typed.</summary>
internal sealed record RelationContent(RelationKind Kind, string Target, DateOnly? From, string? Note, string? Articles = null)
{
    /// <summary>Which part, as <see cref="InstrumentRelation.Part"/>.</summary>
    [JsonIgnore]
    public string? Part => new InstrumentRelation(Kind, Target, From, Note) { Articles = Articles }.Part;
}

/// <summary>An instrument as entered; stored as JSON, so members are only ever added.</summary>
internal sealed record InstrumentContent(
    string Number, string Title, InstrumentKind Kind, string Issuer, LawScope Scope, DateOnly? Issued, DateOnly InForce, DateOnly? AppliesFrom, DateOnly? Ceases,
    VerificationStatus Status, Confidence? Confidence, DateOnly Checked, IReadOnlyList<RelationContent> Relations);

/// <summary>What a parameter is; every document about it repeats this, and the law's check compares.</summary>
internal sealed record ParameterHead(string Name, ParameterKind Kind, string? Unit, DateRole DateRole, IReadOnlyList<LawColumn> Columns)
{
    public static ParameterHead Of(LawParameter parameter) => new(parameter.Name.Name, parameter.Kind, parameter.Unit, parameter.DateRole, parameter.Columns);
}

/// <summary>A dated value, or a declared gap, as entered. Figures are in the written form of the law's data files.</summary>
/// <param name="IsNew">The parameter comes into being with this value: a rule of the province.</param>
/// <param name="Until">Last day, for a value of the province that ends before the next.</param>
/// <param name="Value">For a figure.</param>
/// <param name="Rows">For a table: the cells of each row by name of the column, <c>from</c> and <c>until</c> of the row among them.</param>
/// <param name="Gap">Reason, when no value is known from this day on.</param>
/// <param name="Corrects">Why a value that is already there is wrong; null when this one is not about the past.</param>
internal sealed record ValueContent(
    string Key, ParameterHead Head, bool IsNew, LawScope Scope, DateOnly From, DateOnly? Until, string? Value, IReadOnlyList<Dictionary<string, string>>? Rows, string? Gap,
    string? Instrument, string? Article, VerificationStatus Status, Confidence? Confidence, DateOnly Checked, string? Corrects);
