using System.IO.Compression;
using CongVu.Platform.Printing.Packaging;

namespace CongVu.Platform.Printing.Sheets;

/// <summary>
/// Streams a list of any length as an Excel workbook: rows are written as they come and never held.
/// The target may be a response body: it is only written to asynchronously, and never seeked.
/// </summary>
public static class XlsxTable
{
    /// <summary>Media type of the result.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The last row of a sheet; a longer list goes on in a further sheet.</summary>
    internal const int LastRow = 1_048_576;

    /// <summary>Writes the rows of a query that is read while it is exported.</summary>
    /// <remarks>
    /// When reading fails half-way, the exception passes through and the package is left without its directory: a file
    /// cut short must not look whole.
    /// </remarks>
    public static async Task WriteAsync<T>(Stream target, SheetTable<T> table, IAsyncEnumerable<T> rows, CancellationToken ct)
    {
        await using var row = rows.GetAsyncEnumerator(ct);
        await WriteAsync(target, table, new RowSource<T>(() => row.Current, row.MoveNextAsync), LastRow, ct);
    }

    /// <summary>Writes rows that are in memory.</summary>
    public static async Task WriteAsync<T>(Stream target, SheetTable<T> table, IEnumerable<T> rows, CancellationToken ct)
    {
        using var row = rows.GetEnumerator();
        await WriteAsync(target, table, new RowSource<T>(() => row.Current, () => new ValueTask<bool>(row.MoveNext())), LastRow, ct);
    }

    internal static async Task WriteAsync<T>(Stream target, SheetTable<T> table, RowSource<T> rows, int lastRow, CancellationToken ct)
    {
        if (table.Columns.Count is 0 or > 16_384)
        {
            throw new ArgumentException("A sheet has 1 to 16,384 columns.", nameof(table));
        }

        // Not disposed on failure: see the remarks above.
        var gentle = new AsyncOnlyTarget(target);
        var zip = await ZipArchive.CreateAsync(gentle, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        await AddAsync(zip, "[Content_Types].xml", stream => OpcPackage.WriteXml(stream, xml => OpcPackage.WriteContentTypes(
            xml,
            [(WorkbookParts.Workbook, WorkbookParts.WorkbookType), (WorkbookParts.Styles, WorkbookParts.StylesType), (DocumentProperties.PartName, DocumentProperties.ContentType)],
            otherXml: WorkbookParts.SheetType)), ct);

        var sheets = new List<ListedSheet>();
        var more = await rows.MoveNextAsync();
        do
        {
            var name = WorkbookParts.SheetName(table.Name, [.. sheets.Select(s => s.Name)]);
            var entry = zip.CreateEntry(WorkbookParts.SheetPart(sheets.Count + 1), CompressionLevel.Fastest);
            entry.LastWriteTime = OpcPackage.EntryTime;
            await using var stream = await entry.OpenAsync(ct);
            await using var sheet = new XlsxTableSheet<T>(stream, table, lastRow, ct);
            more = await sheet.WriteAsync(rows, more);
            sheets.Add(sheet.Listed(name));
        }
        while (more);

        var title = table.TitleLines.Count > 0 ? table.TitleLines[0] : table.Name;
        await AddAsync(zip, WorkbookParts.Workbook, stream => OpcPackage.WriteXml(stream, xml => WorkbookParts.WriteWorkbook(xml, sheets)), ct);
        await AddAsync(zip, "xl/_rels/workbook.xml.rels", stream => OpcPackage.WriteXml(stream, xml => OpcPackage.WriteRelationships(xml, WorkbookParts.WorkbookLinks(sheets.Count))), ct);
        await AddAsync(zip, WorkbookParts.Styles, stream => OpcPackage.WriteXml(stream, XlsxStyles.Write), ct);
        await AddAsync(zip, DocumentProperties.PartName, stream => OpcPackage.WriteXml(stream, new DocumentProperties(title, "CôngVụ").Write), ct);
        await AddAsync(zip, "_rels/.rels", stream => OpcPackage.WriteXml(stream, xml => OpcPackage.WriteRelationships(xml, WorkbookParts.PackageLinks())), ct);
        await zip.DisposeAsync();
        await gentle.DrainAsync(ct);
    }

    private static async Task AddAsync(ZipArchive zip, string name, Action<Stream> write, CancellationToken ct)
    {
        using var content = new MemoryStream();
        write(content);
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = OpcPackage.EntryTime;
        await using var stream = await entry.OpenAsync(ct);
        await stream.WriteAsync(content.GetBuffer().AsMemory(0, (int)content.Length), ct);
    }
}

/// <summary>Rows that are in memory or still being read, as one thing.</summary>
internal sealed record RowSource<T>(Func<T> Current, Func<ValueTask<bool>> MoveNextAsync);
