using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CongVu.Reform.Tests.Reading.Fixtures;

/// <summary>Writes a model as a sheet: title lines on top, heading further down, numbers as numbers, merged cells for groups and products.</summary>
internal static class ExcelFixture
{
    public static byte[] Write(PlanModel model)
    {
        using var file = new MemoryStream();
        using (var excel = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = excel.AddWorkbookPart();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            var merges = new MergeCells();
            var data = new SheetData();
            var at = 1u;
            foreach (var line in model.Head)
            {
                data.Append(Row(at, [line]));
                merges.Append(new MergeCell { Reference = $"A{at}:{Letter(model.Columns.Count)}{at}" });
                at++;
            }
            at += 2;
            data.Append(Row(at++, model.Columns.Select(c => c.Label)));
            for (var i = 0; i < model.Rows.Count; i++, at++)
            {
                data.Append(Row(at, model.Columns.Select(c => model.Rows[i].Text(c.Field))));
                Merge(model, i, at, merges);
            }
            sheet.Worksheet = new Worksheet(data, merges);
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = "Nhiệm vụ" }));
        }
        return file.ToArray();
    }

    private static void Merge(PlanModel model, int i, uint at, MergeCells merges)
    {
        var below = (uint)model.Rows.Skip(i + 1).TakeWhile(r => r.GoesOn).Count();
        if (model.Rows[i].GoesOn || model.Rows[i].IsGroup || below == 0)
        {
            return;
        }
        for (var c = 0; c < model.Columns.Count; c++)
        {
            if (model.Columns[c].Field is ModelField.Number or ModelField.Title)
            {
                merges.Append(new MergeCell { Reference = $"{Letter(c + 1)}{at}:{Letter(c + 1)}{at + below}" });
            }
        }
    }

    private static Row Row(uint number, IEnumerable<string> texts) => new(texts.Select((text, i) => Cell($"{Letter(i + 1)}{number}", text))) { RowIndex = number };

    private static Cell Cell(string reference, string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? new Cell { CellReference = reference, CellValue = new CellValue((double)number) }
            : new Cell { CellReference = reference, DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) };

    private static string Letter(int column) => ((char)('A' + column - 1)).ToString();
}
