using System.Text;
using System.Xml;
using CongVu.Examinations.Formats.Aiken;
using CongVu.Examinations.Formats.Gift;
using CongVu.Examinations.Formats.Moodle;
using CongVu.Examinations.Formats.Qti;
using CongVu.Examinations.Items;

namespace CongVu.Examinations.Formats;

/// <summary>Writes a set in one of the formats other systems read.</summary>
internal static class ItemExport
{
    public static readonly IReadOnlyList<string> Formats = ["qti3", "qti21", "moodle", "gift", "aiken"];

    public static (byte[] Bytes, string Extension) Write(IReadOnlyList<ExamItem> items, string format, ExportAccount account) => format switch
    {
        "qti3" => (QtiWriter.Write(items, qti3: true), ".zip"),
        "qti21" => (QtiWriter.Write(items, qti3: false), ".zip"),
        "moodle" => (Moodle(items, account), ".xml"),
        "gift" => (Encoding.UTF8.GetBytes(new GiftWriter(account).Write(items)), ".gift"),
        "aiken" => (Encoding.UTF8.GetBytes(AikenFormat.Write(items, account)), ".txt"),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };

    private static byte[] Moodle(IReadOnlyList<ExamItem> items, ExportAccount account)
    {
        using var buffer = new MemoryStream();
        using (var writer = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineHandling = NewLineHandling.None }))
        {
            new MoodleWriter(account).Write(items).Save(writer);
        }
        return buffer.ToArray();
    }
}
