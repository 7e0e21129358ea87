using System.Diagnostics;
using CongVu.Load.Driving;
using CongVu.Personnel.Contracts;

namespace CongVu.Load.Runs;

/// <summary>
/// The real export of the list over HTTP, all columns of everybody. Each run takes another account: whoever takes out more than 200,000
/// rows within an hour is signed out by the watch over bulk reading.
/// </summary>
internal sealed class PeopleExportScenario : ILoadScenario
{
    private const double TargetSeconds = 3;
    private const double TargetMegabytes = 150;
    private const string AllColumns = "ngay-sinh.don-vi.chuc-vu.ten-ngach.bac.he-so.huong-tu.ho-dem.ten-goi.so-dinh-danh.tuoi.gioi-tinh.dan-toc.ton-giao.co-quan.loai.vi-tri.noi-giu-chuc-vu.giu-chuc-vu-tu.het-nhiem-ky.ma-ngach.bang-luong.vuot-khung.ngay-tuyen-dung.tham-nien.chuyen-mon.chinh-tri.trang-thai.thoi-tu";
    private static readonly string[] Accounts = ["snv", "snv2", "thanhtra"];

    public string Name => "people-export";

    public string Summary => "Excel file of everybody with 30 columns over HTTP: time, and memory of the host above what it held before";

    public async Task<int> RunAsync(string[] arguments, CancellationToken ct)
    {
        var options = new LoadOptions(arguments);
        await using var installation = await Installation.OpenAsync(options, ct);
        await installation.StartHostAsync(ct);
        await installation.WaitForImportAsync(ct);
        Console.WriteLine($"database  {await installation.DatabaseWordsAsync(ct)}");
        Console.WriteLine($"{Name} {Summary}; target {TargetSeconds} s, {TargetMegabytes} MB");
        var met = false;
        foreach (var (account, run) in Accounts.Select((a, i) => (a, i + 1)))
        {
            using var client = new Client(installation.Address, account, 0);
            await client.SignInAsync(ct);
            // A short file first, so that what is measured is not the compiler.
            await client.TakeAsync($"{PersonnelLinks.Export}?dang=xlsx&q=nguyen+van+an&cot={AllColumns}", ct);
            var (memory, before, watch) = (installation.HostMemory(), installation.Processors(), Stopwatch.StartNew());
            var taking = client.TakeAsync($"{PersonnelLinks.Export}?dang=xlsx&trang-thai=tat-ca&cot={AllColumns}", ct);
            var highest = memory;
            while (await Task.WhenAny(taking, Task.Delay(10, ct)) != taking) highest = Math.Max(highest, installation.HostMemory());
            var length = await taking;
            var (seconds, used, extra) = (watch.Elapsed.TotalSeconds, installation.Processors() - before, (highest - memory) / (1024 * 1024.0));
            met |= seconds <= TargetSeconds && extra <= TargetMegabytes;
            Console.WriteLine($"run {run}     {seconds:0.00} s (processor: host {used.Host.TotalSeconds:0.00} s, PostgreSQL {used.Database.TotalSeconds:0.00} s), {extra:0} MB above {memory / (1024 * 1024.0):0} MB, file {length / (1024 * 1024.0):0.0} MB");
        }
        Console.WriteLine(met ? "target met" : "TARGET MISSED");
        return met ? 0 : 1;
    }
}
