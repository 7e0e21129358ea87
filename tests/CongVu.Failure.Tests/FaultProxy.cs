using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CongVu.Failure.Tests;

internal enum Fault { None, LostThere, LostBack, HalfThere, Late, Twice, Held }

/// <summary>
/// Stands between machines and host and treats their messages by a schedule: loses them on the way there or back, cuts them in the middle, delays them, delivers them
/// twice at once, or holds them until later ones have gone by.
/// </summary>
internal sealed class FaultProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Uri _target;
    private readonly Random _chance;
    private readonly CancellationTokenSource _ended = new();
    private readonly List<byte[]> _held = [];
    private readonly Dictionary<Fault, int> _done = [];

    public FaultProxy(Uri target, int seed)
    {
        (_target, _chance) = (target, new Random(seed));
        _listener.Start(200);
        _ = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>While false everything passes.</summary>
    public bool Faulty { get; set; } = true;

    /// <summary>The network is cut: nobody gets through.</summary>
    public bool Cut { get; set; }

    public int Done(Fault fault) { lock (_done) return _done.GetValueOrDefault(fault); }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _listener.Dispose();
        _ended.Dispose();
    }

    private async Task AcceptAsync()
    {
        try { while (true) _ = ServeAsync(await _listener.AcceptTcpClientAsync(_ended.Token)); }
        catch (Exception over) when (over is OperationCanceledException or ObjectDisposedException or SocketException) { }
    }

    private async Task ServeAsync(TcpClient machine)
    {
        using var _ = machine;
        try
        {
            var stream = machine.GetStream();
            while (!Cut && await MessageAsync(stream) is { } request)
            {
                if (Cut) return;
                var fault = Next();
                if (fault == Fault.LostThere) return;
                if (fault == Fault.Held) { lock (_held) _held.Add(request); return; }
                if (fault == Fault.HalfThere) { await DeliverAsync(request[..(request.Length / 2)], wholly: false); return; }
                if (fault == Fault.Late) await Task.Delay(Chance(60));
                await DeliverHeldAsync();
                var answers = await Task.WhenAll(Enumerable.Range(0, fault == Fault.Twice ? 2 : 1).Select(_ => DeliverAsync(request)));
                if (fault == Fault.LostBack || answers[0] is not { } answer) return;
                await stream.WriteAsync(answer);
            }
        }
        catch (Exception cut) when (cut is IOException or SocketException or ObjectDisposedException) { }
    }

    private Fault Next()
    {
        if (!Faulty) return Fault.None;
        var fault = Chance(10) is var n && n <= (int)Fault.Held ? (Fault)n : Fault.None;
        lock (_done) _done[fault] = _done.GetValueOrDefault(fault) + 1;
        return fault;
    }

    private int Chance(int below) { lock (_chance) return _chance.Next(below); }

    /// <summary>Old messages come now and then, in any order.</summary>
    private async Task DeliverHeldAsync()
    {
        byte[]? old = null;
        lock (_held)
            if (_held.Count > 0 && Chance(2) == 0)
            {
                var at = Chance(_held.Count);
                old = _held[at];
                _held.RemoveAt(at);
            }
        if (old is not null) await DeliverAsync(old);
    }

    private async Task<byte[]?> DeliverAsync(byte[] request, bool wholly = true)
    {
        using var host = new TcpClient { NoDelay = true };
        await host.ConnectAsync(IPAddress.Parse(_target.Host), _target.Port);
        await host.GetStream().WriteAsync(request);
        return wholly ? await MessageAsync(host.GetStream()) : null;
    }

    /// <summary>One message of HTTP/1.1, to its last byte; null at the end of the connection.</summary>
    private static async Task<byte[]?> MessageAsync(NetworkStream stream)
    {
        var (got, buffer) = (new MemoryStream(), new byte[8192]);
        while (true)
        {
            if (IsWhole(got.GetBuffer().AsSpan(0, (int)got.Length))) return got.ToArray();
            var read = await stream.ReadAsync(buffer);
            if (read == 0) return null;
            got.Write(buffer, 0, read);
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> message)
    {
        var end = message.IndexOf("\r\n\r\n"u8);
        if (end < 0) return false;
        var head = Encoding.ASCII.GetString(message[..end]);
        if (head.Contains("chunked", StringComparison.OrdinalIgnoreCase)) return message.EndsWith("0\r\n\r\n"u8);
        var length = head.Split("\r\n").FirstOrDefault(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return message.Length >= end + 4 + (length is null ? 0 : int.Parse(length.AsSpan(15), provider: null));
    }
}
