namespace CongVu.Law;

/// <summary>Where the law's data are.</summary>
public static class LawFolder
{
    /// <summary>
    /// The folder named by the environment variable <c>CONGVU_LAW</c>, or else the folder <c>law</c> beside the running program.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">Neither is there.</exception>
    public static string Find()
    {
        var named = Environment.GetEnvironmentVariable("CONGVU_LAW");
        var folder = string.IsNullOrWhiteSpace(named) ? Path.Combine(AppContext.BaseDirectory, "law") : named;
        return Directory.Exists(folder)
            ? folder
            : throw new DirectoryNotFoundException($"Không thấy thư mục dữ liệu pháp luật “{folder}”. Đặt biến môi trường CONGVU_LAW trỏ tới thư mục law.");
    }
}
