namespace CongVu.Load;

/// <summary>Looks at the resident memory every few milliseconds and remembers the highest.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Thread _thread;
    private long _highest;

    public MemoryWatch()
    {
        _thread = new Thread(Look) { IsBackground = true };
        _thread.Start();
    }

    public long Stop()
    {
        _stop.Cancel();
        _thread.Join();
        return _highest;
    }

    public void Dispose()
    {
        Stop();
        _stop.Dispose();
    }

    private void Look()
    {
        do
        {
            _highest = Math.Max(_highest, Machine.Memory().Now);
        }
        while (!_stop.Token.WaitHandle.WaitOne(10));
    }
}
