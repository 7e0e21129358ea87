using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CongVu.Load.Driving;

namespace CongVu.Load.Rooms;

/// <summary>
/// Candidates who answer: each saves every so many seconds and sends again what was not acknowledged. With kills the host is ended with SIGKILL in between. At the end
/// every acknowledged answer must be in the database, once.
/// </summary>
internal sealed class ExamRoomScenario : ILoadScenario
{
    private const double TargetMilliseconds = 300;

    public string Name => "exam-room";

    public string Summary => "[candidates=500 every=10 seconds=60 kills=0]: acknowledged answers of candidates (committed with fsync), each every so many seconds (every=0: as fast as answers come)";

    public async Task<int> RunAsync(string[] arguments, CancellationToken ct)
    {
        var options = new LoadOptions(arguments);
        var (candidates, every, seconds, kills) = (options.Number("candidates", 500), options.Number("every", 10), options.Number("seconds", 60), options.Number("kills", 0));
        await using var installation = await Installation.OpenAsync(options, ct);
        await installation.StartHostAsync(ct);
        var seats = await ExamSeed.AddAsync(installation.ConnectionString, candidates, ct);
        Console.WriteLine($"database  {await installation.DatabaseWordsAsync(ct)}; {candidates} candidates, one answer each every {every} s, {seconds} s, {kills} kills; target p95 {TargetMilliseconds} ms");
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Math.Min(candidates, 2000) }) { Timeout = TimeSpan.FromSeconds(15) };
        var (measured, failures) = (new ConcurrentBag<TimeSpan>(), 0);
        var before = installation.Processors();
        var watch = Stopwatch.StartNew();
        var until = TimeSpan.FromSeconds(seconds);
        var working = seats.Select((seat, at) => Task.Run(async () =>
        {
            if (every > 0) await Task.Delay(TimeSpan.FromSeconds(every * (double)at / candidates), ct);
            while (watch.Elapsed < until)
            {
                var begin = Stopwatch.GetTimestamp();
                seat.Typed++;
                if (await SendAsync(http, installation.Address, seat, ct)) measured.Add(Stopwatch.GetElapsedTime(begin)); else Interlocked.Increment(ref failures);
                var rest = TimeSpan.FromSeconds(every) - Stopwatch.GetElapsedTime(begin);
                if (rest > TimeSpan.Zero) await Task.Delay(rest, ct);
            }
        }, ct)).ToList();
        for (var kill = 1; kill <= kills; kill++)
        {
            await Task.Delay(until / (kills + 1) * kill - watch.Elapsed, ct);
            await installation.KillHostAsync();
            Console.WriteLine($"killed    the host after {watch.Elapsed.TotalSeconds:0} s; ready again in {(await installation.StartHostAsync(ct)).TotalSeconds:0.0} s");
        }
        await Task.WhenAll(working);
        var took = watch.Elapsed;
        foreach (var seat in seats) while (seat.Acknowledged < seat.Typed) await SendAsync(http, installation.Address, seat, ct);
        var stored = await ExamSeed.CountAsync(installation.ConnectionString, seats, ct);
        var lost = seats.Count(s => stored.GetValueOrDefault(s.Id) != s.Typed);
        var latencies = new Latencies(measured);
        Console.WriteLine($"answers   {seats.Sum(s => s.Typed)} typed, {latencies.Count / took.TotalSeconds:0}/s acknowledged: {latencies}; {failures} messages failed and were sent again; seats whose answers are not there once each: {lost}");
        if (kills == 0)
        {
            var used = installation.Processors() - before;
            Console.WriteLine($"processor {used.Server.TotalMilliseconds / latencies.Count:0.00} ms a message (host {used.Host.TotalSeconds:0.0} s, database {used.Database.TotalSeconds:0.0} s), load client {used.Generator.TotalSeconds:0.0} s; host memory {installation.HostMemory() / (1024 * 1024.0):0} MB");
        }
        var met = lost == 0 && (kills > 0 || latencies.Within(0.95) <= TargetMilliseconds);
        Console.WriteLine(met ? "target met" : "TARGET MISSED");
        return met ? 0 : 1;
    }

    /// <summary>Sends all that is not acknowledged; true when it is now.</summary>
    private static async Task<bool> SendAsync(HttpClient http, Uri address, ExamSeat seat, CancellationToken ct)
    {
        try
        {
            var entries = Enumerable.Range(seat.Acknowledged + 1, seat.Typed - seat.Acknowledged).Select(s => new { s, c = s * 1000L, k = "answer", q = s % 60 + 1, b = $$"""{"RESPONSE":"c{{s % 4}}"}""" });
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/phong-thi/api/gui")) { Content = JsonContent.Create(new { entries, more = false }) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Seat", seat.Token);
            using var answer = await http.SendAsync(request, ct);
            if (!answer.IsSuccessStatusCode) return false;
            using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(ct));
            seat.Acknowledged = body.RootElement.GetProperty("ack").GetInt32();
            return seat.Acknowledged == seat.Typed;
        }
        catch (Exception cut) when (cut is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            await Task.Delay(500, ct);
            return false;
        }
    }
}
