namespace CongVu.Severance.Contracts;

/// <summary>Codes of the actions this module adds to the catalogue.</summary>
public static class SeveranceActions
{
    /// <summary>Giải quyết chính sách tinh giản biên chế, sắp xếp tổ chức bộ máy.</summary>
    public const string Downsize = "downsize";
    /// <summary>Thôi việc theo nguyện vọng.</summary>
    public const string Resign = "resign";
}
