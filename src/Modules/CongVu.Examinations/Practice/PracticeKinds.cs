using CongVu.Examinations.Items;

namespace CongVu.Examinations.Practice;

/// <summary>Which questions can be practised with: those that a page without script can ask and the server can mark.</summary>
internal static class PracticeKinds
{
    /// <summary>Why the question cannot be asked in practice; null when it can.</summary>
    public static string? Refusal(ExamItem item) => item.Parts.Select(Refusal).FirstOrDefault(r => r is not null);

    private static string? Refusal(Part part) => part.Kind switch
    {
        PartKind.ExtendedText => "bài ôn tập chấm trên máy nên không nhận câu tự luận",
        PartKind.Hotspot => "bài ôn tập không nhận câu chọn trên hình",
        PartKind.Matching when part.Choices.Any(c => c.Set == 0) => "bài ôn tập chỉ nhận câu ghép đôi có hai vế",
        _ => null,
    };
}
