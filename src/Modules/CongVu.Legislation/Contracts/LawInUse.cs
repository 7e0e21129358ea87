using System.Collections.Concurrent;
using CongVu.Law;
using CongVu.Legislation.Domain;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CongVu.Legislation.Contracts;

/// <summary>
/// The law the installation runs on: the law folder with what was approved through the application laid over it. One per node; it looks at a revision number
/// in the database every two seconds and at once after a change on its own node. A service that takes a <see cref="LawBook"/> gets <see cref="Current"/>.
/// </summary>
public sealed partial class LawInUse(NpgsqlDataSource source, ILogger<LawInUse> log)
{
    private readonly string folder = LawFolder.Find();
    private readonly ConcurrentDictionary<string, (LawBook Book, IReadOnlyList<LaidDocument> Laid, IReadOnlyList<string> Problems)> books = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim refreshing = new(1, 1);
    private volatile Approved approved = new(0, [], new Comparisons([]));

    /// <summary>The law as known now.</summary>
    public LawBook Current => KnownAt(null);

    /// <summary>The law as it was known at an instant (null: now), by when changes were approved and withdrawn.</summary>
    public LawBook KnownAt(DateTime? knownAt) => At(knownAt).Book;

    /// <summary>Approved changes that can no longer be laid over the folder (a new release of the data contradicts them) and are therefore left out, in Vietnamese.</summary>
    internal IReadOnlyList<string> Problems => At(null).Problems;

    /// <summary>Comparisons with the gazette recorded by the legal officers.</summary>
    internal Comparisons Comparisons => approved.Comparisons;

    internal string Folder => folder;

    /// <summary>The law with a draft laid over what holds now.</summary>
    /// <exception cref="LawDataException">It does not hold together.</exception>
    internal LawBook With(IReadOnlyList<LaidDocument> draft) => LawBook.Load(folder, LaidDocument.Overlays([.. At(null).Laid, .. draft]));

    /// <summary>What holds now with one approved change taken out again.</summary>
    /// <exception cref="LawDataException">It does not hold together.</exception>
    internal LawBook Without(Guid change) =>
        LawBook.Load(folder, LaidDocument.Overlays(approved.Changes.Where(c => c.Id != change && c.KnownAt(null)).SelectMany(c => c.Documents)));

    /// <summary>Loads anew when the database has another revision.</summary>
    internal async Task RefreshAsync(CancellationToken ct)
    {
        await refreshing.WaitAsync(ct);
        try
        {
            await using var connection = await source.OpenConnectionAsync(ct);
            await using var ask = new NpgsqlCommand("select number from legislation.revision", connection);
            var number = (long)(await ask.ExecuteScalarAsync(ct))!;
            if (number == approved.Number) return;
            approved = await ApprovedReader.ReadAsync(connection, number, ct);
            LogLoaded(log, number, approved.Changes.Count);
            foreach (var problem in Problems) LogProblem(log, problem);
        }
        finally { refreshing.Release(); }
    }

    private (LawBook Book, IReadOnlyList<LaidDocument> Laid, IReadOnlyList<string> Problems) At(DateTime? knownAt)
    {
        var known = approved.Changes.Where(c => c.KnownAt(knownAt)).ToList();
        if (books.Count > 20) books.Clear(); // days people looked back to; the present is composed again in a tenth of a second
        return books.GetOrAdd(string.Join(',', known.Select(c => c.Id)), _ => Compose(known));
    }

    private (LawBook, IReadOnlyList<LaidDocument>, IReadOnlyList<string>) Compose(List<ApprovedChange> changes)
    {
        try
        {
            var all = changes.SelectMany(c => c.Documents).ToList();
            return (LawBook.Load(folder, LaidDocument.Overlays(all)), all, []);
        }
        catch (LawDataException) when (changes.Count > 0)
        {
            return OneByOne(changes);
        }
    }

    // The running system must not stop because data of a new release and a change entered before contradict each other: the change is left out and said to be.
    private (LawBook, IReadOnlyList<LaidDocument>, IReadOnlyList<string>) OneByOne(List<ApprovedChange> changes)
    {
        var laid = new List<LaidDocument>();
        var problems = new List<string>();
        var book = LawBook.Load(folder);
        foreach (var change in changes)
        {
            try
            {
                book = LawBook.Load(folder, LaidDocument.Overlays([.. laid, .. change.Documents]));
                laid.AddRange(change.Documents);
            }
            catch (LawDataException contradicted)
            {
                problems.Add($"Hồ sơ “{change.Title}” không còn khớp với bộ dữ liệu pháp luật của phiên bản này và đang không được áp dụng: {contradicted.Errors[0].Message}");
            }
        }
        return (book, laid, problems);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Law of revision {Revision} in use, {Changes} changes")]
    private static partial void LogLoaded(ILogger log, long revision, int changes);

    [LoggerMessage(Level = LogLevel.Error, Message = "A change of the law is left out: {Problem}")]
    private static partial void LogProblem(ILogger log, string problem);
}
