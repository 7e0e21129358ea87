using CongVu.Examinations.Data;
using CongVu.Examinations.Items;
using Choice = CongVu.Platform.Web.Choice;

namespace CongVu.Examinations.Bank;

/// <summary>The words of states, levels and kinds on screens.</summary>
internal static class BankWords
{
    public static readonly IReadOnlyList<Choice> Levels =
        [new("0", "Không phân mức"), new("1", "Nhận biết"), new("2", "Thông hiểu"), new("3", "Vận dụng"), new("4", "Vận dụng cao")];

    public static string Level(int level) => Levels[level].Text;

    /// <summary>The look a state has everywhere, and its own word.</summary>
    public static (string Badge, string Word) State(BankState state) => state switch
    {
        BankState.Draft => ("draft", "Bản nháp"),
        BankState.Submitted => ("waiting", "Chờ thẩm định"),
        BankState.Reviewed => ("verified", "Chờ duyệt"),
        BankState.Approved => ("effective", "Đã duyệt"),
        BankState.Locked => ("locked", "Đã khóa"),
        _ => ("ended", "Đã loại"),
    };

    public static string Kind(string type) => type switch
    {
        "single-choice" => "Một lựa chọn",
        "multiple-response" => "Nhiều lựa chọn",
        "true-false" => "Đúng/sai",
        "matching" => "Ghép đôi",
        "ordering" => "Sắp thứ tự",
        "gap-text" => "Điền chữ",
        "gap-numeric" => "Điền số",
        "inline-choice" => "Chọn trong câu",
        "hotspot" => "Chọn trên hình",
        "extended-text" => "Tự luận",
        PartKinds.Composite => "Nhiều ý",
        _ => type,
    };
}
