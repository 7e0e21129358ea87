using CongVu.Personnel.Declarations;
using CongVu.Personnel.Disputes;
using CongVu.Platform.Files;
using CongVu.Platform.Files.Inspection;
using CongVu.Platform.Security;
using CongVu.Platform.Web.Pipeline;

namespace CongVu.Personnel.UseCases;

/// <summary>Papers that people send in to prove what they declare.</summary>
internal static class SelfServiceFiles
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Scans and photos, as a phone or an office scanner makes them.</summary>
    public static readonly FileUse Proof = new("tài liệu minh chứng", [FileKind.Pdf, FileKind.Png, FileKind.Jpeg], 10 * Megabyte) { RefuseActivePdf = true };

    /// <summary>Largest request that is read at all; what lies between is refused with a message that tells the limit.</summary>
    public const long LargestRequest = 40 * Megabyte;
}

/// <summary>Whoever may read a declaration may read its papers.</summary>
internal sealed class DeclarationFileGuard(DeclarationStore store) : FileGuard
{
    public const string Type = "declaration";

    public override string OwnerType => Type;

    public override async Task<bool> MayReadAsync(StoredFile file, Gate gate, CancellationToken ct)
    {
        if (file.OwnerId is not { } id) return false;
        try { return (await store.ReadAsync(id, ct)).Declaration.Id == id; }
        catch (NotFoundException) { return false; }
    }
}

/// <summary>Whoever may read a dispute may read its paper.</summary>
internal sealed class DisputeFileGuard(DisputeDesk desk) : FileGuard
{
    public const string Type = "dispute";

    public override string OwnerType => Type;

    public override async Task<bool> MayReadAsync(StoredFile file, Gate gate, CancellationToken ct)
    {
        if (file.OwnerId is not { } id) return false;
        try { return (await desk.ReadAsync(id, ct)).Dispute.FileId == file.Id; }
        catch (NotFoundException) { return false; }
    }
}
