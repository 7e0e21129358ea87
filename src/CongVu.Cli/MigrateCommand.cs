using CongVu.Platform.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Cli;

/// <summary>Brings the schema up to date, under a lock.</summary>
internal sealed class MigrateCommand : DatabaseCommand
{
    public override string Name => "migrate";
    public override string Usage => "migrate";
    public override string About => "Cập nhật cấu trúc cơ sở dữ liệu lên phiên bản này.";

    protected override async Task<int> RunAsync(IServiceProvider services, Arguments arguments, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        arguments.End();
        var applied = await services.GetRequiredService<SchemaMigrator>().MigrateAsync(ct);
        await output.WriteLineAsync(applied.Count == 0 ? "Cấu trúc đã là mới nhất." : $"Đã áp dụng: {string.Join(", ", applied)}");
        return 0;
    }
}
