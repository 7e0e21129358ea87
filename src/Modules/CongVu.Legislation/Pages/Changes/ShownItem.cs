using CongVu.Law;
using CongVu.Legislation.Contracts;
using CongVu.Legislation.Data;
using CongVu.Legislation.Domain;
using CongVu.Legislation.UseCases;
using CongVu.Platform.Text;

namespace CongVu.Legislation.Pages.Changes;

/// <summary>An item of a change as the page shows it.</summary>
internal sealed record ShownItem(Guid Id, InstrumentContent? Instrument, ValueContent? Value, IReadOnlyList<DecisionByValue> Affected, bool Superseded)
{
    public static ShownItem Of(LawChangeItem item, bool superseded) => item.Kind == ChangeItemKind.Instrument
        ? new ShownItem(item.Id, ApprovedReader.Content<InstrumentContent>(item), null, [], superseded)
        : new ShownItem(item.Id, null, ApprovedReader.Content<ValueContent>(item), ChangeStore.Kept(item), superseded);

    /// <summary>The value in one line, as people read figures.</summary>
    public string Shown => Value switch
    {
        { Gap: { } gap } => "chưa có quy định: " + gap,
        { Rows: { } rows } => $"bảng {rows.Count} dòng",
        { Value: { } value, Head.Kind: ParameterKind.Money } => long.TryParse(value, out var amount) ? VnFormat.Money(amount) : value,
        { Value: { } value, Head.Kind: ParameterKind.Months } => value + " tháng",
        { Value: { } value } => value.Replace('.', ','),
        _ => "",
    };
}
