using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using CongVu.Examinations.Data;
using CongVu.Examinations.Exams;
using CongVu.Examinations.Papers;
using CongVu.Examinations.Results;
using CongVu.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Archive;

/// <summary>What the package holds of a sitting: the proof that stays when the package is gone.</summary>
internal sealed record ArchivedSitting(string Name, string? Commitment, int Papers, int Entries, string Sha256);

/// <summary>Packs what an examination rests on: for each sitting the package that anyone can verify, and the results with their reasons.</summary>
internal sealed class ArchiveBundle(CongVuDb db, PackageExport packages, ResultReading results)
{
    private static readonly JsonSerializerOptions Readable = new(SealedRecord.Json) { WriteIndented = true };

    public async Task<(byte[] Zip, IReadOnlyList<ArchivedSitting> Sittings)> MakeAsync(Exam exam, CancellationToken ct)
    {
        var sittings = await db.Set<Sitting>().AsNoTracking().Where(s => s.ExamId == exam.Id && s.State == SittingState.Scored).OrderBy(s => s.StartsAt).ThenBy(s => s.Name).ToListAsync(ct);
        List<ArchivedSitting> contents = [];
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var sitting in sittings)
            {
                var package = await packages.OfAsync(sitting, ct);
                var bytes = JsonSerializer.SerializeToUtf8Bytes(package, SealedRecord.Json);
                await WriteAsync(zip, $"ca-{contents.Count + 1}/goi-kiem-chung.json", bytes, ct);
                contents.Add(new ArchivedSitting(sitting.Name, sitting.Commitment, package.Candidates.Count, package.Candidates.Sum(c => c.Log.Count), Hash(bytes)));
            }
            var lines = (await results.ExamAsync(exam, ct)).Select(r => new
            {
                number = r.Candidate.Number, name = r.Candidate.FullName, position = r.Candidate.Position, papers = r.Papers.Select(p => new { sitting = p.Sitting.Name, points = ExamWords.Points(p.Final), of = ExamWords.Points(p.Max), result = ResultWords.Of(p) }),
                parts = r.Parts.Select(p => new { part = p.Part.Name, points = ExamWords.Points(p.Hundredths), how = p.How }), total = ExamWords.Points(r.Total), rank = r.Rank, result = ResultWords.Passed(r.Passed), why = r.Why,
            });
            await WriteAsync(zip, "ket-qua.json", JsonSerializer.SerializeToUtf8Bytes(new { exam = exam.Name, heldOn = exam.HeldOn, results = lines }, Readable), ct);
            await WriteAsync(zip, "muc-luc.json", JsonSerializer.SerializeToUtf8Bytes(contents, Readable), ct);
        }
        return (target.ToArray(), contents);
    }

    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static async Task WriteAsync(ZipArchive zip, string name, byte[] content, CancellationToken ct)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync(ct);
        await entry.WriteAsync(content, ct);
    }
}
