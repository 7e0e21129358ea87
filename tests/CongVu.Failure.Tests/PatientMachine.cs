using CongVu.Examinations.Room;
using CongVu.Examinations.Tests.Room;

namespace CongVu.Failure.Tests;

/// <summary>A machine that keeps its log and sends what is not acknowledged until it is, whatever happens to its messages.</summary>
internal sealed class PatientMachine(Machine machine) : IDisposable
{
    public Machine Machine { get; } = machine;

    /// <summary>The highest sequence the server ever said it has on its disk.</summary>
    public int Acknowledged { get; private set; }

    public int Failures { get; private set; }

    /// <summary>What the last message was answered with.</summary>
    public int LastStatus { get; private set; }

    public IReadOnlyDictionary<int, string> Typed => Machine.Log.GroupBy(e => e.Q!.Value).ToDictionary(g => g.Key, g => g.Last().B!);

    /// <summary>Types and sends until it is told to stop.</summary>
    public async Task WorkAsync(Random chance, Func<bool> goesOn)
    {
        while (goesOn())
        {
            Machine.Type(chance.Next(1, 4), $"c{chance.Next(1, 4)}", Machine.Log.Count * 10L);
            await TrySendAsync();
            await Task.Delay(20);
        }
    }

    public async Task HandInAsync()
    {
        for (var tries = 0; Acknowledged < Machine.Log.Count; tries++)
        {
            tries.ShouldBeLessThan(600, "everything typed arrives in the end");
            if (!await TrySendAsync()) await Task.Delay(50);
        }
    }

    /// <summary>True when all that was typed so far is acknowledged.</summary>
    public async Task<bool> TrySendAsync()
    {
        List<Entry> tail = [.. Machine.Log.Skip(Acknowledged)];
        try
        {
            var (status, body) = await Machine.SendAsync(tail);
            LastStatus = status;
            if (status != 200) { Failures++; return false; }
            Acknowledged = Math.Max(Acknowledged, body.GetProperty("ack").GetInt32());
            return Acknowledged == Machine.Log.Count;
        }
        catch (Exception cut) when (cut is HttpRequestException or TaskCanceledException or System.Text.Json.JsonException) { Failures++; return false; }
    }

    public void Dispose() => Machine.Dispose();
}
