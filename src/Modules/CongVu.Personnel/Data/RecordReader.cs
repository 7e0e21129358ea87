using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Personnel.Domain;
using CongVu.Platform.Time;

namespace CongVu.Personnel.Data;

/// <summary>Reads one record with the names of its units.</summary>
internal sealed class RecordReader(RecordArchive archive, RecordView view, UnitDirectory units)
{
    public async Task<PersonRecord?> OfAsync(Guid personId, AsOf asOf, CancellationToken ct)
    {
        var versions = await archive.OfAsync(personId, asOf, ct);
        return versions.Count == 0 ? null : view.Of(personId, versions, asOf, await units.TreeAsync(asOf, ct));
    }
}
