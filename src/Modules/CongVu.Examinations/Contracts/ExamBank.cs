using System.Net;
using CongVu.Examinations.Bank;
using CongVu.Examinations.Data;
using CongVu.Examinations.Formats;
using CongVu.Examinations.Items;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Examinations.Contracts;

/// <summary>Question files into and out of the bank, from the command line, by an account that answers for it: the same rules and the same log as on the screen.</summary>
public static class ExamBank
{
    /// <summary>Takes a file into the bank as drafts of the account.</summary>
    /// <returns>What was taken and what was left, and whether anything was taken.</returns>
    public static Task<(string Text, bool IsDone)> ImportAsync(IServiceProvider services, string path, string subject, int level, string userName, CancellationToken ct) => AsAsync(services, userName, async () =>
    {
        var importing = services.GetRequiredService<Importing>();
        var (id, refused) = await importing.ReadAsync(Path.GetFileName(path), await File.ReadAllBytesAsync(path, ct), subject, level, null, ct);
        if (id is null) return (refused!.Message, false);
        var outcome = await importing.TakeAsync(id.Value, ct);
        if (outcome is not ImportOutcome.Done done) return (((ImportOutcome.Refused)outcome).Message, false);
        var lines = done.Left.Select(l => $"Để lại {l.Code}: {l.Reason}").Prepend($"Đã nhập {done.New} câu mới, {done.Again} câu thành phiên bản mới vào môn {subject.Trim()}.");
        return (string.Join('\n', lines), done.New + done.Again > 0);
    }, message => (message, false), ct);

    /// <summary>Writes the questions of a subject that the account may read (its own, and those that wait for it) into a file of one of <see cref="ExamFiles.Formats"/>.</summary>
    public static Task<(byte[]? Bytes, string Extension, IReadOnlyList<string> Account)> ExportAsync(IServiceProvider services, string subject, string format, string userName, CancellationToken ct) => AsAsync(services, userName, async () =>
    {
        var desk = services.GetRequiredService<QuestionDesk>();
        var rows = await desk.Visible().Where(i => i.Subject == subject && i.State != BankState.Retired).OrderBy(i => i.Code).ToListAsync(ct);
        List<ExamItem> items = [];
        foreach (var row in rows.Where(desk.MayRead)) items.Add(await desk.OpenAsync(row, ct));
        if (items.Count == 0) return (null, "", [$"Không có câu nào của môn “{subject}” mà tài khoản {userName} được đọc."]);
        var account = new ExportAccount();
        var (bytes, extension) = ItemExport.Write(items, format, account);
        return ((byte[]?)bytes, extension, (IReadOnlyList<string>)[.. account.Unsupported.Select(u => $"Không xuất {u.Id}: {u.Reason}"), .. account.Losses.Select(l => $"Mất ở {l.Id}: {l.What}")]);
    }, message => (null, "", [message]), ct);

    // A session of its own, so that the audit log shows who did it and by what way.
    private static async Task<T> AsAsync<T>(IServiceProvider services, string userName, Func<Task<T>> act, Func<string, T> refuse, CancellationToken ct)
    {
        var (db, sessions) = (services.GetRequiredService<CongVuDb>(), services.GetRequiredService<Sessions>());
        var name = userName.Trim().ToLowerInvariant();
        if (await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.UserName == name && a.DisabledAt == null, ct) is not { } account) return refuse($"Không có tài khoản “{name}” đang hoạt động.");
        var token = await sessions.OpenAsync(account.Id, true, IPAddress.Loopback, "congvu exam", ct);
        try
        {
            await services.GetRequiredService<Gate>().EnterAsync((await sessions.FindAsync(token, IPAddress.Loopback, services.GetRequiredService<SessionReadings>(), ct))!, services.GetRequiredService<IUnitHierarchy>(), ct);
            return await act();
        }
        catch (ForbiddenException refused) { return refuse(refused.Message); }
        finally { await sessions.EndAsync(token, "done", ct); }
    }
}
