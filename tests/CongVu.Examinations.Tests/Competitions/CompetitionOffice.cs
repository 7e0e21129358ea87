using System.Globalization;
using System.IO.Compression;
using CongVu.Examinations.Data;
using CongVu.Examinations.Tests.Room;
using CongVu.Examinations.Tests.Sittings;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Examinations.Tests.Competitions;

/// <summary>What stories about competitions have in common: officials, projects, days that pass.</summary>
internal static class CompetitionOffice
{
    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static byte[] Docx(string words)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Part(string name, string content) { using var writer = new StreamWriter(zip.CreateEntry(name).Open()); writer.Write(content); }
            Part("[Content_Types].xml", "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
            Part("_rels/.rels", "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            Part("word/document.xml", $"<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body></w:document>");
        }
        return file.ToArray();
    }

    // Officials as they are on any day: a record, an account, no role.
    public static async Task<IReadOnlyList<Staff>> OfficialsAsync(this ExamHost host, params string[] names)
    {
        await host.FoundAsync();
        List<Account> accounts = [];
        foreach (var name in names)
            accounts.Add(new Account { UserName = Guid.NewGuid().ToString("n"), DisplayName = name, UnitLabel = "Sở", PersonId = (await host.OfficialAsync(name, ExamProvince.HomeAffairs)).Person, PasswordHash = "-" });
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CongVuDb>();
        db.AddRange(accounts);
        await db.SaveChangesAsync();
        List<Staff> officials = [];
        foreach (var account in accounts) officials.Add(new Staff(await host.BrowserAsync(account.Id)));
        return officials;
    }

    public static async Task DeadlinesPassAsync(this ExamHost host, Guid exam, DateOnly today)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CongVuDb>().Set<Competition>().Where(c => c.ExamId == exam)
            .ExecuteUpdateAsync(u => u.SetProperty(c => c.RegisterUntil, today.AddDays(-5)).SetProperty(c => c.SchemeUntil, VietnamTime.StartOf(today.AddDays(-1)).UtcDateTime));
    }

    public static async Task<Dictionary<string, (Guid Id, string Number)>> NumbersAsync(this ExamHost host, Guid exam)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CongVuDb>().Set<Candidate>().Where(c => c.ExamId == exam).ToDictionaryAsync(c => c.FullName, c => (c.Id, c.Number!));
    }
}
