using CongVu.Personnel.Contracts;

namespace CongVu.Personnel.Tests;

/// <summary>Plausible effects for stories.</summary>
internal static class Sample
{
    private static int _next;

    public static DateOnly Day(int year, int month = 1, int day = 1) => new(year, month, day);

    public static DateTime At(int year, int month = 1, int day = 1) => new(year, month, day, 1, 0, 0, DateTimeKind.Utc);

    public static string FreshId() => $"0990{Interlocked.Increment(ref _next):00000000}";

    public static SetIdentity Identity(string name = "Nguyễn Văn An", string birth = "1985-03-05", string sex = "male", string ethnicity = "01", string? id = null) =>
        new(name, null, birth, sex, "Xã Tân Giang", "Xã Tân Giang", ethnicity, "00", id ?? FreshId(), null);

    public static SetEmployment Employment(Guid unit, DateOnly joined, string category = "civil-servant", string how = "recruited") => new(unit, category, null, joined, "Chuyên viên", how);

    public static SetRankAndStep Rank(int step, DateOnly since) => new("01.003", "A1", step, 234 + 33 * (step - 1), 0, since);

    public static SetQualification Degree(string level) => new("professional", level, "Luật", "Trường Đại học Luật", 2007, "chính quy");
}
