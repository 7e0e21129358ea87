using System.Net;
using System.Text;
using CongVu.Examinations.Formats;
using CongVu.Examinations.Items;
using CongVu.Examinations.Room;
using CongVu.Examinations.Tests.Formats;
using CongVu.Platform.Processes;
using Npgsql;

namespace CongVu.Examinations.Tests.Room;

/// <summary>What a candidate with a program of their own may try: refused, and written down.</summary>
[Trait("Category", "Slow")]
public sealed class AttackTests(ExamHost host)
{
    [Fact]
    public async Task No_answer_of_the_server_holds_a_key_an_explanation_or_another_paper()
    {
        var hotspot = new ExamItem
        {
            Id = "hinh", Title = "tên mật", Stem = new Content("Chỉ điểm trên hình"), Explanation = new Content("vì sao mật"),
            Parts = [new Part { Id = "P", Kind = PartKind.Hotspot, FreePoint = true, Choices = [new("K", new Content("vùng mật")) { Shape = "circle", Coords = "77,88,9" }], Key = ["77 88"], Picture = new("a.png", 100, 100, "hình") }],
        };
        var gap = new ExamItem { Id = "so", Title = "tên mật", Stem = new Content("1 + 1 = <gap id=\"G\" />"), Parts = [new Part { Id = "G", Kind = PartKind.GapNumeric, Numbers = [new AcceptedNumber(424242m, 0)], Scores = [new AnswerScore("434343", 1)] }] };
        var day = await (await host.PlanAsync(seats: 2, items: [hotspot, gap])).StartAsync();
        using var machine = await day.MachineAt().InAsync();
        var (status, paper) = await machine.PaperAsync();
        status.ShouldBe(200);
        // The candidate's own number is made up and may hold any figures.
        var text = paper.GetRawText().Replace(day.Seats[0].Number, "", StringComparison.Ordinal);
        foreach (var secret in new[] { "mật", "77", "424242", "434343", "key", "score", "explanation", day.Seats[1].Number }) text.ShouldNotContain(secret, Case.Insensitive);
        paper.GetProperty("number").GetString().ShouldBe(day.Seats[0].Number);
        // There is nothing to ask for by number, seat or item.
        foreach (var query in new[] { $"de?seat={day.Seats[1].Seat}", $"de?number={day.Seats[1].Number}" }) (await machine.AskAsync(HttpMethod.Get, query, null)).Body.GetProperty("number").GetString().ShouldBe(day.Seats[0].Number);
        (await machine.AskAsync(HttpMethod.Get, "de", null, withToken: false)).Status.ShouldBe(401);
        machine.Token = new string('A', 43);
        (await machine.PaperAsync()).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_session_taken_to_another_machine_opens_nothing_there()
    {
        var day = await (await host.PlanAsync()).StartAsync();
        using var machine = await day.MachineAt().InAsync();
        using var thief = day.MachineAt(from: "127.0.0.9");
        thief.Token = machine.Token;
        thief.Type(1, "c1");
        foreach (var answer in new[] { await thief.PaperAsync(), await thief.SendAsync(thief.Log), await thief.SealAsync(), await thief.EnterAsync() }) answer.Status.ShouldBe(403);
        (await day.EntriesAsync()).ShouldBeEmpty();
        (await day.EventsAsync(RoomEvents.Refused)).ShouldContain(e => e.Detail!.Contains("other-machine") && e.Detail.Contains("127.0.0.9"));
    }

    [Fact]
    public async Task Forged_sequences_are_refused_and_the_first_entry_stays()
    {
        var day = await (await host.PlanAsync()).StartAsync();
        using var machine = await day.MachineAt().InAsync();
        machine.Type(1, "c1");
        await machine.SendAllAsync();
        var (status, body) = await machine.SendAsync([machine.Log[0] with { B = """{"RESPONSE":"c2"}""" }]);
        (status, body.GetProperty("error").GetString(), body.GetProperty("ack").GetInt32()).ShouldBe((409, "conflict", 1));
        (await machine.SendAsync([machine.Log[0] with { S = 3 }])).Body.GetProperty("error").GetString().ShouldBe("gap");
        (await machine.SendAsync([machine.Log[0] with { S = 2 }, machine.Log[0] with { S = 2 }, machine.Log[0] with { S = 4 }])).Body.GetProperty("error").GetString().ShouldBe("gap");
        foreach (var wrong in new[] { machine.Log[0] with { S = 0 }, machine.Log[0] with { S = 2, K = "score" }, machine.Log[0] with { S = 2, C = -1 }, machine.Log[0] with { S = 2, Q = 5000 }, machine.Log[0] with { S = 2, B = "a\0b" }, machine.Log[0] with { S = 2, B = null } })
            (await machine.SendAsync([wrong])).Status.ShouldBe(422);
        (await machine.AskAsync(HttpMethod.Post, "gui", new StringContent("{\"entries\":[null]}", Encoding.UTF8, "application/json"))).Status.ShouldBe(422);
        (await machine.AskAsync(HttpMethod.Post, "gui", new StringContent("<xml/>", Encoding.UTF8, "application/json"))).Status.ShouldBe(422);
        (await machine.AskAsync(HttpMethod.Post, "gui", new StringContent(new string('a', 600_000), Encoding.UTF8, "application/json"))).Status.ShouldBe(413);
        (await day.EntriesAsync()).ShouldHaveSingleItem().Body.ShouldBe("""{"RESPONSE":"c1"}""");
        var refused = string.Join('|', (await day.EventsAsync(RoomEvents.Refused)).Select(e => e.Detail));
        foreach (var what in new[] { "conflict", "gap", "bad-entry", "too-large" }) refused.ShouldContain(what);
    }

    [Fact]
    public async Task Nothing_is_added_after_sealing_not_even_in_the_database()
    {
        var day = await (await host.PlanAsync()).StartAsync();
        using var machine = await day.MachineAt().InAsync();
        machine.Type(1, "c1");
        (await machine.SealAsync()).Body.GetProperty("error").GetString().ShouldBe("incomplete");
        await machine.SendAllAsync();
        var (status, receipt) = await machine.SealAsync();
        status.ShouldBe(200);
        var rows = receipt.GetProperty("qr").EnumerateArray().Select(r => r.GetString()!).ToList();
        // Square, with a margin of four and the eye of a QR code in the corner.
        rows.ShouldAllBe(r => r.Length == rows.Count);
        (rows[3].Contains('1', StringComparison.Ordinal), rows[4][4..11], rows[5][4..11]).ShouldBe((false, "1111111", "1000001"));
        machine.Type(1, "c2");
        (await machine.SendAsync(machine.Log)).Body.GetProperty("error").GetString().ShouldBe("sealed");
        (await machine.PaperAsync()).Body.GetProperty("error").GetString().ShouldBe("sealed");
        (await day.EntriesAsync()).Count.ShouldBe(1);
        await using var source = NpgsqlDataSource.Create(host.ConnectionString);
        foreach (var sql in new[] { "update examinations.seat_entry set body = '{}' where seat_id = $1", "delete from examinations.seat_entry where seat_id = $1", "delete from examinations.sitting_event where seat_id = $1" })
        {
            await using var cheat = source.CreateCommand(sql);
            cheat.Parameters.AddWithValue(day.Seats[0].Seat);
            await Should.ThrowAsync<PostgresException>(() => cheat.ExecuteNonQueryAsync());
        }
    }

    [Fact]
    public async Task A_machine_that_was_in_touch_cannot_turn_its_clock_back_and_hand_in_late()
    {
        var day = await (await host.PlanAsync(minutes: 30)).StartAsync();
        using var machine = await day.MachineAt().InAsync();
        await day.PassAsync(TimeSpan.FromMinutes(32));
        // It was heard a moment ago, after the end, with nothing to hand in.
        await machine.SendAsync([]);
        machine.Type(1, "c1", clock: 20 * 60_000);
        (await machine.SendAllAsync()).GetProperty("state").GetString().ShouldBe("ended");
        (await day.EntriesAsync()).ShouldHaveSingleItem().Counts.ShouldBeFalse();
        (await machine.SealAsync()).Body.GetProperty("receipt").GetString().ShouldBe(Receipt.Of(day.Commitment, day.Seats[0].Number, []));
    }

    [Fact]
    public async Task Guessing_codes_ends_after_ten_tries_and_the_right_candidate_still_enters_elsewhere()
    {
        var day = await host.PlanAsync();
        using var guesser = day.MachineAt(from: "127.0.0.66");
        for (var i = 0; i < 10; i++) (await guesser.EnterAsync(code: SeatCode.Make())).Body.GetProperty("error").GetString().ShouldBe("wrong-code");
        (await guesser.EnterAsync()).Status.ShouldBe(429);
        (await day.EventsAsync(RoomEvents.Refused)).ShouldContain(e => e.Detail!.Contains("wrong-code") && e.Detail.Contains("127.0.0.66"));
        using var candidate = await day.MachineAt(from: "127.0.0.67").InAsync();
        using var stranger = day.MachineAt(from: "127.0.0.68");
        (await stranger.EnterAsync(number: "KHONG-CO")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task A_room_lets_in_only_its_network_and_its_browser()
    {
        const string key = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
        var day = await (await host.PlanAsync(room: r => (r.Networks, r.BrowserKey) = (["127.0.0.16/28"], key))).StartAsync();
        using var outside = day.MachineAt(from: "127.0.0.40");
        (await outside.EnterAsync()).Body.GetProperty("error").GetString().ShouldBe("network");
        using var plain = day.MachineAt(from: "127.0.0.17");
        (await plain.EnterAsync()).Body.GetProperty("error").GetString().ShouldBe("browser");
        plain.Headers[RoomEntrance.KeyHeader] = RoomEntrance.Proof(new Uri(host.Address, "/phong-thi/api/vao").ToString(), "f" + key[1..]);
        (await plain.EnterAsync()).Status.ShouldBe(403);
        plain.Headers[RoomEntrance.KeyHeader] = RoomEntrance.Proof(new Uri(host.Address, "/phong-thi/api/vao").ToString(), key);
        await plain.InAsync();
        (await plain.PaperAsync()).Body.GetProperty("error").GetString().ShouldBe("browser");
        // Or the proof of the page, which is what scripts can give.
        plain.Headers[RoomEntrance.KeyHeader] = RoomEntrance.Proof(new Uri(host.Address, "/phong-thi").ToString(), key);
        (await plain.PaperAsync()).Status.ShouldBe(200);
    }

    [Theory, InlineData("qti3"), InlineData("qti21"), InlineData("moodle"), InlineData("gift"), InlineData("aiken")]
    public void Markup_and_formulas_in_a_question_stay_words_in_every_export_and_on_the_machine(string format)
    {
        const string attack = "=cmd|'/c calc'!A1 <script>alert(1)</script><img src=x onerror=alert(2)><a href=\"javascript:alert(3)\">x</a><svg onload=alert(4)></svg>";
        var item = Samples.Item("c1", Samples.Html($"<p>{attack}</p>"), Samples.Part(PartKind.SingleChoice) with { Choices = [new("A", Samples.Html(attack)), new("B", Samples.Text("=1+1"))], Key = ["A"] });
        static void Harmless(string text) { foreach (var live in new[] { "<script", "onerror=", "javascript:", "onload=", "<svg" }) text.ShouldNotContain(live, Case.Insensitive); }
        Harmless(string.Concat(item.Stem.Xml, item.Parts[0].Choices[0].Content.Xml));
        // Read again from what was written, as another system would, and as the machine gets it.
        var written = ItemExport.Write([item], format, new ExportAccount());
        if (format == "gift") Encoding.UTF8.GetString(written.Bytes).Split('\n').ShouldAllBe(line => !line.StartsWith('='), "a sheet that opens the text finds no formula");
        foreach (var back in ItemFiles.Read("xuat" + written.Extension, written.Bytes).Items) Harmless(string.Concat(back.Stem.Xml, string.Concat(back.Parts.SelectMany(p => p.Choices).Select(c => c.Content.Xml))));
    }

    [Fact]
    public async Task Whoever_has_no_part_in_the_examination_sees_no_room_and_a_role_without_it_may_not_act()
    {
        var day = await host.PlanAsync();
        using var stranger = await host.BrowserAsync(await host.AccountAsync("Người ngoài"));
        (await stranger.GetAsync($"/thi/phong/{day.Room}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync($"/thi/phong/{day.Room}/cho/{day.Seats[0].Seat}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var other = await host.AccountAsync("Người ngoài Hai");
        await Should.ThrowAsync<Platform.Security.ForbiddenException>(() => day.AsAsync<SeatDesk, Outcome>(other, d => d.IdentifyAsync(day.Seats[0].Seat, default)));
        await Should.ThrowAsync<Platform.Security.ForbiddenException>(() => day.AsAsync<RoomDesk, Outcome>(other, d => d.StartAsync(day.Room, default)));
    }
}
