namespace CongVu.Platform.Web;

/// <summary>One event on a timeline.</summary>
/// <param name="On">The day it holds from.</param>
/// <param name="Title">What happened.</param>
/// <param name="Detail">More, in a quieter line.</param>
/// <param name="Until">The last day, where it has one.</param>
/// <param name="Source">What it rests on: "QĐ 125/QĐ-SNV ngày 01/03/2024".</param>
/// <param name="SourceUrl">Where to see that.</param>
/// <param name="Kind">What sort of event, in words; people filter by it.</param>
/// <param name="Icon">An icon of the sprite.</param>
/// <param name="Void">Struck out: annulled or corrected since.</param>
public sealed record TimelineEntry(
    DateOnly On,
    string Title,
    string? Detail = null,
    DateOnly? Until = null,
    string? Source = null,
    string? SourceUrl = null,
    string? Kind = null,
    string? Icon = null,
    bool Void = false);
