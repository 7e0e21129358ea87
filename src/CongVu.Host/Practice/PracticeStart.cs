using CongVu.Communes.Contracts;
using CongVu.Examinations.Contracts;
using CongVu.Law;
using CongVu.Pay.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Time;
using CongVu.Reform.Contracts;
using CongVu.Severance.Contracts;
using Npgsql;

namespace CongVu.Host.Practice;

/// <summary>Creates the practice province once: at the first start when <c>CONGVU_PRACTICE=1</c>, or by <c>congvu sample</c>.</summary>
public static class PracticeStart
{
    /// <summary>Size when none is asked for.</summary>
    public const int DefaultPeople = 5000;

    /// <summary>Creates it at the first start if the environment asks for it.</summary>
    internal static async Task PrepareAsync(WebApplication app)
    {
        if (app.Configuration["CONGVU_PRACTICE"] is not ("1" or "true")) return;
        await CreateAsync(app.Services, app.Configuration.GetValue("CONGVU_SAMPLE_PEOPLE", DefaultPeople), 1, CancellationToken.None);
    }

    /// <summary>Draws and writes the province; false when the database is not empty and nothing was done.</summary>
    public static async Task<bool> CreateAsync(IServiceProvider services, int people, ulong seed, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        await using (var any = scope.ServiceProvider.GetRequiredService<NpgsqlDataSource>().CreateCommand("select exists (select from platform.account) or exists (select from organisation.unit)"))
            if ((bool)(await any.ExecuteScalarAsync(ct))!) return false;
        var today = scope.ServiceProvider.GetRequiredService<TimeProvider>().Today();
        var history = PracticeHistory.Draw(people, seed, today, scope.ServiceProvider.GetRequiredService<LawBook>());
        await ActivatorUtilities.CreateInstance<PracticeImport>(scope.ServiceProvider).RunAsync(history, ct);
        await using var after = services.CreateAsyncScope(); // the plan asks for units as committed
        await after.ServiceProvider.GetRequiredService<ReformPractice>().LoadSampleAsync(ct);
        await after.ServiceProvider.GetRequiredService<PayPractice>().OpenRoundAsync("SXD", ct);
        await after.ServiceProvider.GetRequiredService<CommunePractice>().FillAsync(ct);
        await after.ServiceProvider.GetRequiredService<SeverancePractice>().OpenSchemeAsync("SXD", ct);
        await after.ServiceProvider.GetRequiredService<ExaminationPractice>().FillAsync("snv", ["gd.snv", "phapche", "hr.phuong", "hr.sxd", "snv2", "gd.sxd", "chutich", "thanhtra"], ct);
        return true;
    }

    /// <summary>True when the data is the practice province.</summary>
    public static async Task<bool> IsPracticeAsync(IServiceProvider services, CancellationToken ct) => await services.GetRequiredService<Settings>().GetAsync(Settings.Practice, ct) == "true";
}
