using CongVu.Decisions.Contracts;
using CongVu.Law;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Acts;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using Microsoft.AspNetCore.Identity;

namespace CongVu.Host.Practice;

/// <summary>Writes a drawn province into an empty database: units, authority, records, decisions and accounts, all or nothing.</summary>
internal sealed class PracticeImport(CongVuDb db, ProcessLog processes, UnitEffectImport units, AuthorityImport authority, PersonImport people, DecisionImport decisions, Settings settings, SignIn signIn, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    /// <summary>The process in which it happens.</summary>
    public static readonly ProcessKind Kind = new("shell.practice", "Tạo tỉnh luyện tập", "everything, in an empty database");

    /// <summary>Writes it. The database must be migrated and empty.</summary>
    public async Task RunAsync(PracticeHistory history, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(Kind, null, null, ct);
        var at = process.Run.At;
        ActSource Source(PracticeDecision decision) => new(decision.Id, null, process.Run.Id, at, decision.Label);

        await units.ImportAsync(process.Connection, [.. history.Units.SelectMany(d => d.Items.SelectMany(i => i.Effects.Select(e => new ImportedUnitEffect(e, Source(d)))))], ct);
        var byCode = history.Map.Units.ToDictionary(u => u.Code, u => u.Id, StringComparer.Ordinal);
        await authority.ImportAsync(process.Connection, AuthorityFile.Practice(), code => code == "@root" ? history.Map.Root.Id : byCode[code], new ActSource(null, null, process.Run.Id, at, "Dữ liệu luyện tập"), ct);
        await people.RunAsync(process.Connection, Persons(history), process.Run.Id, at, ct);

        await decisions.RunAsync(process.Connection, history.Units.Concat(history.People).Select(Imported), at, ct);

        foreach (var (account, grants) in PracticeAccounts.Open(history, history.Holders, hasher, signIn.ProtectSecret, clock))
        {
            db.Add(account);
            db.AddRange(grants);
        }
        await process.CommitAsync(ct, count: history.Lives.Count);
        await settings.SetAsync(Settings.Practice, "true", ct);
        await settings.SetAsync(Settings.Province, $"Tỉnh {PlaceNames.Province}", ct);
    }

    private static ImportedDecision Imported(PracticeDecision d) => new(d.Id, d.Action, d.Items.Count == 1 ? d.Items[0].UnitId : d.Signer.Id, d.Signer.Id, "QĐ", d.Number, d.NumberText, d.SignedOn, d.EffectiveOn, d.SignerName, d.SignerPost,
        [.. d.Items.Select(i => new ImportedItem(i.SubjectId, i.SubjectName, i.UnitId, Summary(i), i.Effects))]);

    private static string Summary(PracticeItem item) => item.Effects[^1].Effect switch
    {
        _ when item.Effects.Any(e => e.Effect is SetIdentity) => "Tuyển dụng",
        SetRankAndStep { OverScalePercent: > 0 } rank => $"Phụ cấp thâm niên vượt khung {rank.OverScalePercent}%",
        SetRankAndStep rank => $"Ngạch {rank.RankCode}, bậc {rank.Step}, hệ số {new Coefficient(rank.Coefficient)} từ {item.Effects[^1].From:dd/MM/yyyy}",
        HoldPost post => $"{LeadershipPosts.Name(post.PostCode)}, thời hạn {post.TermMonths / 12} năm",
        SetAllowance => item.Effects.Select(e => e.Effect).OfType<HoldPost>().Select(p => $"Bổ nhiệm {LeadershipPosts.Name(p.PostCode)}{(p.ByCompetition ? " qua thi tuyển" : "")}").FirstOrDefault("Phụ cấp"),
        SetEmployment => "Chuyển đơn vị công tác",
        EndEmployment => "Nghỉ hưu",
        EstablishUnit => "Thành lập",
        MoveUnit => "Chuyển cấp quản lý",
        DissolveUnit => "Kết thúc hoạt động",
        _ => "",
    };

    private static async IAsyncEnumerable<PersonHistory> Persons(PracticeHistory history)
    {
        await Task.CompletedTask;
        foreach (var life in history.Lives)
            yield return new PersonHistory(life.PersonId, [.. life.Acts.SelectMany(a => a.Effects.Select(e => new ImportedEffect(e.Id, e.From, e.Effect, a.Decision.Id, null, a.Decision.Label)))]);
    }
}
