using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CongVu.Load.Rooms;

/// <summary>
/// One connection of a machine in the room, kept open as browsers keep theirs, with the headers a browser sends. Written for the socket: the client of the framework
/// would take more of the two processors than the server that is measured.
/// </summary>
internal sealed class SeatLine(Uri host) : IDisposable
{
    private static readonly byte[] End = "\r\n\r\n"u8.ToArray(), Length = "\r\nContent-Length: "u8.ToArray(), Ack = "\"ack\":"u8.ToArray();
    private readonly byte[] _send = new byte[4096], _receive = new byte[8192];
    private readonly SemaphoreSlim _turn = new(1);
    private Socket? _socket;

    public static string Head(Uri host, string token) =>
        $"POST /phong-thi/api/gui HTTP/1.1\r\nHost: {host.Authority}\r\nConnection: keep-alive\r\nUser-Agent: Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36\r\n"
        + $"Accept: application/json\r\nAccept-Encoding: gzip, deflate, br, zstd\r\nAccept-Language: vi\r\nContent-Type: application/json\r\nAuthorization: Seat {token}\r\nContent-Length: ";

    /// <summary>Sends one answer with this sequence; returns status and what is acknowledged.</summary>
    public async Task<(int Status, int Ack)> SaveAsync(byte[] head, int sequence, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            if (_socket is null)
            {
                _socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await _socket.ConnectAsync(IPAddress.Parse(host.Host), host.Port, ct);
            }
            await _socket.SendAsync(_send.AsMemory(0, Write(head, sequence)), ct);
            var (got, whole) = (0, -1);
            while (whole < 0 || got < whole)
            {
                var read = await _socket.ReceiveAsync(_receive.AsMemory(got), ct);
                if (read == 0) throw new IOException("The server closed the connection.");
                got += read;
                if (whole < 0) whole = Whole(_receive.AsSpan(0, got));
            }
            return Answer(_receive.AsSpan(0, got));
        }
        catch
        {
            _socket?.Dispose();
            _socket = null;
            throw;
        }
        finally { _turn.Release(); }
    }

    public void Dispose()
    {
        _socket?.Dispose();
        _turn.Dispose();
    }

    private int Write(byte[] head, int sequence)
    {
        Span<byte> body = stackalloc byte[160];
        var length = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""{"entries":[{"s":{{sequence}},"c":{{sequence * 100L}},"k":"answer","q":{{sequence % 60 + 1}},"b":"{\"RESPONSE\":\"c{{sequence % 4}}\"}"}],"more":false}"""), body);
        head.CopyTo(_send, 0);
        Utf8Formatter.TryFormat(length, _send.AsSpan(head.Length), out var digits);
        var at = head.Length + digits;
        End.CopyTo(_send, at);
        body[..length].CopyTo(_send.AsSpan(at + End.Length));
        return at + End.Length + length;
    }

    private static int Whole(ReadOnlySpan<byte> answer)
    {
        var (head, length) = (answer.IndexOf(End), answer.IndexOf(Length));
        if (head >= 0 && length < 0) throw new IOException($"No length in: {Encoding.ASCII.GetString(answer[..answer.IndexOf("\r\n"u8)])}");
        return head < 0 ? -1 : head + End.Length + Number(answer[(length + Length.Length)..]);
    }

    private static (int Status, int Ack) Answer(ReadOnlySpan<byte> answer)
    {
        var ack = answer.IndexOf(Ack);
        return (Number(answer[9..]), ack < 0 ? -1 : Number(answer[(ack + Ack.Length)..]));
    }

    private static int Number(ReadOnlySpan<byte> digits) => Utf8Parser.TryParse(digits, out int number, out _) ? number : -1;
}
