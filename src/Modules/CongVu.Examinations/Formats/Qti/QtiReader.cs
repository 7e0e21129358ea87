using CongVu.Examinations.Marking;

namespace CongVu.Examinations.Formats.Qti;

/// <summary>Makes bank items of the items of a QTI package. What an item does that a bank item cannot is refused or named as a loss.</summary>
internal static class QtiReader
{
    public static ReadSet Read(FileBundle files)
    {
        var set = new ReadSet("qti21");
        var package = QtiPackage.Open(files, set);
        set.Format = package.Version;
        foreach (var file in package.Items)
        {
            var id = Id(file);
            try
            {
                new QtiItemReading(package, file, set, id).Read();
            }
            catch (Exception broken) when (broken is MarkingException or ItemFileException or OverflowException or ArgumentException or InvalidOperationException or FormatException)
            {
                set.Fail($"{file.Name} ({id})", broken is MarkingException or ItemFileException ? broken.Message : "Câu hỏi có cấu trúc không đọc được.");
            }
        }
        if (package.Items.Count == 0 && set.Errors.Count == 0) set.Fail(files.Names.FirstOrDefault() ?? "", "Không tìm thấy câu hỏi QTI 2.x hay 3.0 nào trong tệp.");
        return set;
    }

    /// <summary>The identifier of an item, or failing that its file.</summary>
    public static string Id(QtiItemFile file) => file.Item.Attribute("identifier")?.Value.Trim() is { Length: > 0 } id ? id : file.ResourceId.Length > 0 ? file.ResourceId : file.Name;
}
