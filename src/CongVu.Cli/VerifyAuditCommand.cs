using System.Text.Json;
using CongVu.Platform.Audit;
using CongVu.Platform.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Cli;

/// <summary>Recomputes the hash chain of the audit log.</summary>
internal sealed class VerifyAuditCommand : DatabaseCommand
{
    public override string Name => "verify-audit";
    public override string Usage => "verify-audit [--head MÃ] [--json]";
    public override string About => "Kiểm tra chuỗi niêm phong của nhật ký truy cập; --head là mã đã ghi lại lần trước.";

    protected override async Task<int> RunAsync(IServiceProvider services, Arguments arguments, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        var head = arguments.Option("head");
        var json = arguments.Flag("json");
        arguments.End();
        await services.GetRequiredService<AuditSealer>().SealAsync(ct);
        var result = await services.GetRequiredService<AuditVerifier>().VerifyAsync(head, ct);
        if (json) await output.WriteLineAsync(JsonSerializer.Serialize(new { result.Entries, result.Unsealed, result.Head, result.Faults }, Json.Options));
        else
        {
            await output.WriteLineAsync($"Đã kiểm tra {result.Entries} dòng nhật ký; {result.Unsealed} dòng mới chưa niêm.");
            await output.WriteLineAsync($"Mã cuối chuỗi (ghi lại ở nơi khác): {result.Head}");
            foreach (var fault in result.Faults) await output.WriteLineAsync("SAI: " + fault);
            await output.WriteLineAsync(result.Faults.Count == 0 ? "Nhật ký nguyên vẹn." : "Nhật ký KHÔNG nguyên vẹn.");
        }
        return result.Faults.Count == 0 ? 0 : 1;
    }
}
