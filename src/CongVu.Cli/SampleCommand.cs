using System.Diagnostics;
using CongVu.Host.Practice;
using CongVu.Platform.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Cli;

/// <summary>Creates the synthetic practice province in an empty database.</summary>
internal sealed class SampleCommand : DatabaseCommand
{
    public override string Name => "sample";
    public override string Usage => "sample [--people N] [--seed S]";
    public override string About => "Tạo tỉnh luyện tập (dữ liệu giả định) trong cơ sở dữ liệu còn trống; cùng số người và hạt giống thì ra cùng dữ liệu.";

    protected override async Task<int> RunAsync(IServiceProvider services, Arguments arguments, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        var people = arguments.Number("people", PracticeStart.DefaultPeople);
        var seed = arguments.Number("seed", 1);
        arguments.End();
        if (people is < 100 or > 1_000_000) throw new UsageException("--people phải từ 100 đến 1000000.");
        await services.GetRequiredService<SchemaMigrator>().MigrateAsync(ct);
        var watch = Stopwatch.StartNew();
        if (!await PracticeStart.CreateAsync(services, people, (ulong)seed, ct))
        {
            await errors.WriteLineAsync("Cơ sở dữ liệu đã có dữ liệu; tỉnh luyện tập chỉ tạo trong cơ sở dữ liệu trống. Không có gì thay đổi.");
            return 1;
        }
        await output.WriteLineAsync($"Đã tạo tỉnh luyện tập {people:N0} người trong {watch.Elapsed.TotalSeconds:F1} giây.");
        return 0;
    }
}
