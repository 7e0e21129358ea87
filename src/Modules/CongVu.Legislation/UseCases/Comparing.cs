using CongVu.Legislation.Contracts;
using CongVu.Legislation.Data;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;

namespace CongVu.Legislation.UseCases;

/// <summary>Records that somebody compared a value or an instrument with its source. Earlier comparisons stay.</summary>
internal sealed class Comparing(CongVuDb db, LawInUse law, ProcessLog processes, Gate gate)
{
    public async Task RecordAsync(CheckKind kind, string target, DateOnly? from, CheckOutcome outcome, string source, string? note, DateOnly checkedOn, Guid? evidence, CancellationToken ct)
    {
        gate.Demand(LegislationPermissions.Keep);
        await using (var process = await processes.BeginAsync(LegislationProcesses.Check, "law-value", null, ct, evidenceFileId: evidence))
        {
            db.Add(new SourceCheck
            {
                Kind = kind, Target = target, FromDay = from, Outcome = outcome, Source = source.Trim(), Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim(), CheckedOn = checkedOn,
                RecordedAt = process.Run.At, AccountId = gate.Actor.AccountId, AccountName = gate.Actor.DisplayName, EvidenceFileId = evidence,
            });
            await ChangeStore.RaiseRevisionAsync(process.Connection, ct);
            await process.CommitAsync(ct, detail: new { target, from, outcome });
        }
        await law.RefreshAsync(ct);
    }
}
