using System.Diagnostics;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace CongVu.Platform.Tests.Printing;

/// <summary>A workbook as a reader finds it, through the SDK and through LibreOffice.</summary>
internal sealed class OpenedXlsx : IDisposable
{
    private readonly byte[] _bytes;
    private readonly SpreadsheetDocument _document;

    public OpenedXlsx(byte[] bytes)
    {
        _bytes = bytes;
        _document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
    }

    public WorkbookPart Book => _document.WorkbookPart!;

    public IReadOnlyList<string> SheetNames => [.. Book.Workbook.Sheets!.Elements<Sheet>().Select(s => s.Name!.Value!)];

    public IEnumerable<string> Faults() => new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019)
        .Validate(_document)
        .Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}");

    public Worksheet SheetNumber(int number) =>
        ((WorksheetPart)Book.GetPartById(Book.Workbook.Sheets!.Elements<Sheet>().ElementAt(number - 1).Id!.Value!)).Worksheet;

    public Cell Cell(string reference, int sheet = 1) => SheetNumber(sheet).Descendants<Cell>().Single(c => c.CellReference == reference);

    /// <summary>The first sheet as LibreOffice shows it: values in their formats, fields parted by "|", lines by LF.</summary>
    public async Task<IReadOnlyList<string>> ShownByLibreOfficeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("congvu-test-");
        try
        {
            var file = Path.Combine(folder.FullName, "table.xlsx");
            await File.WriteAllBytesAsync(file, _bytes);
            var start = new ProcessStartInfo("soffice",
            [
                $"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):124,34,76,1,,0,false,true",
                "--outdir", folder.FullName, file,
            ])
            { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            return (await File.ReadAllTextAsync(Path.Combine(folder.FullName, "table.csv"), Encoding.UTF8)).TrimStart('\uFEFF').TrimEnd('\n').Split('\n');
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public void Dispose() => _document.Dispose();
}
