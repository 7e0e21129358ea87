using System.Collections.Concurrent;
using CongVu.Platform.Time;
using Npgsql;

namespace CongVu.Examinations.Room;

/// <summary>
/// Takes what machines hand in to the disk. Messages that come while one commit is under way wait for the next and share it, so that five hundred candidates cost
/// a few commits a second, not five hundred. Nobody is told that an entry is kept before the commit that holds it is on the disk.
/// </summary>
/// <remarks>Entries of a machine are stored without holes: what is committed is always 1 to the greatest sequence. So the greatest is the acknowledgement.</remarks>
internal sealed class EntryWriter(NpgsqlDataSource source, KnownStandings known, TimeProvider clock)
{
    private const int MostMessages = 800;
    // One commits while the other gathers and prepares.
    private const int Writers = 2;
    private readonly ConcurrentQueue<Message> _queue = new();
    private int _writing;

    private sealed record Message(Append Append)
    {
        public TaskCompletionSource<AppendOutcome?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Null when there is no such seat and machine.</summary>
    public Task<AppendOutcome?> AppendAsync(Append append)
    {
        var message = new Message(append);
        _queue.Enqueue(message);
        if (MayWrite()) _ = Task.Run(WriteAllAsync);
        return message.Answer.Task;
    }

    private bool MayWrite()
    {
        if (Interlocked.Increment(ref _writing) <= Writers) return true;
        Interlocked.Decrement(ref _writing);
        return false;
    }

    private async Task WriteAllAsync()
    {
        do
        {
            while (Next() is { Count: > 0 } messages) await WriteAsync(messages);
            Interlocked.Decrement(ref _writing);
            // Who came between the last look and the step back saw all writers busy.
        } while (!_queue.IsEmpty && MayWrite());
    }

    /// <summary>At most one message of a seat: the second builds on what the first leaves.</summary>
    private List<Message> Next()
    {
        var (taken, later, seats) = (new List<Message>(), new List<Message>(), new HashSet<Guid>());
        while (taken.Count < MostMessages && _queue.TryDequeue(out var message)) (seats.Add(message.Append.SeatId) ? taken : later).Add(message);
        foreach (var message in later) _queue.Enqueue(message);
        return taken;
    }

    private async Task WriteAsync(List<Message> messages)
    {
        try
        {
            // All take what they need in the same order, so that two writers, also of two hosts, never wait for each other in a ring.
            messages.Sort((a, b) => a.Append.SeatId.CompareTo(b.Append.SeatId));
            var outcomes = await EntryBatch.WriteAsync(source, known, [.. messages.Select(m => m.Append)], clock.UtcNow());
            for (var i = 0; i < messages.Count; i++) messages[i].Answer.SetResult(outcomes[i]);
        }
        catch (PostgresException) when (messages.Count > 1)
        {
            // One that the database refuses must not keep the others' answers from the disk.
            foreach (var message in messages) await WriteAsync([message]);
        }
        catch (Exception e)
        {
            // The database went away; what it holds when it is back is for it to say.
            known.Clear();
            foreach (var message in messages) message.Answer.SetException(e);
        }
    }
}
