using System.Security.Cryptography;
using CongVu.Examinations.Papers;
using FsCheck;
using FsCheck.Fluent;

namespace CongVu.Examinations.Tests.Papers;

public sealed class PaperDrawTests
{
    private static IReadOnlyList<BankEntry> Bank(int n, int salt = 0) =>
        [.. Enumerable.Range(0, n).Select(i => new BankEntry($"q{i:D3}", i % 2 == 0 ? "Luật/Hiến pháp" : "Tin học", 1 + i % 3, 200 + (i * 37 + salt) % 700, ["A", "B", "C", "D"], Sealing.Hash($"{i}")))];

    private static readonly Blueprint Plan = new([new("Luật", 1, 4, 100), new("Luật", 0, 3, 200), new("Tin học", 0, 5, 100)]);

    [Fact]
    public void The_stream_is_the_documented_one()
    {
        // Computed with Python: hmac.new(bytes(32), b"paper\t1\t001\n0\n", sha256), eight bytes big-endian each, modulo 1000.
        var draw = new SeededDraw(new byte[32], "paper\t1\t001");
        (draw.Next(1000), draw.Next(1000)).ShouldBe((231, 70));
    }

    [Fact]
    public void Whatever_the_bank_and_seed_papers_follow_the_blueprint_and_stay_within_the_bound() => Prop.ForAll(
        ArbMap.Default.ArbFor<int>(), ArbMap.Default.ArbFor<int>(), (salt, seedNumber) =>
    {
        var bank = Bank(120, Math.Abs(salt % 10_000));
        var byId = bank.ToDictionary(e => e.Id);
        var seed = SHA256.HashData(BitConverter.GetBytes(seedNumber));
        var draw = new PaperDraw(Plan, bank);
        var papers = Enumerable.Range(1, 25).Select(n => draw.For(seed, $"{n:D3}")).ToList();
        foreach (var paper in papers)
        {
            paper.Questions.Count.ShouldBe(12);
            paper.Questions.Select(q => q.Item).Distinct().Count().ShouldBe(12);
            paper.Questions.Count(q => byId[q.Item].Topic == "Tin học").ShouldBe(5);
            paper.Questions.Count(q => byId[q.Item] is { Topic: "Luật/Hiến pháp", Level: 1 } && q.PointsHundredths == 100).ShouldBe(4);
            paper.Questions.ShouldAllBe(q => q.Options.Order().SequenceEqual(new[] { "A", "B", "C", "D" }));
            draw.For(seed, paper.Candidate).Questions.Select(q => (q.Item, string.Concat(q.Options))).ShouldBe(paper.Questions.Select(q => (q.Item, string.Concat(q.Options))));
        }
        var expected = papers.Select(p => p.Expected(byId)).ToList();
        (expected.Max() - expected.Min()).ShouldBeLessThanOrEqualTo(draw.Bound);
        papers.Select(p => string.Join(',', p.Questions.Select(q => q.Item))).Distinct().Count().ShouldBeGreaterThan(20);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Shuffles_are_even()
    {
        var counts = new int[4, 4];
        var draw = new SeededDraw(SHA256.HashData("even"u8), "test");
        for (var n = 0; n < 20_000; n++)
        {
            var order = draw.Shuffle(Enumerable.Range(0, 4));
            for (var place = 0; place < 4; place++) counts[order[place], place]++;
        }
        foreach (var count in counts) count.ShouldBeInRange(4_750, 5_250);
    }

    [Fact]
    public void A_bank_below_three_times_the_questions_is_named_by_cell()
    {
        var (cell, has) = new Blueprint([new("Tin học", 0, 5, 100)]).Short(Bank(28)).ShouldHaveSingleItem();
        (cell.Topic, has).ShouldBe(("Tin học", 14));
        new Blueprint([new("Tin học", 0, 5, 100)]).Short(Bank(30)).ShouldBeEmpty();
    }

    [Fact]
    public void A_bank_that_cannot_fill_a_cell_is_refused() =>
        Should.Throw<ArgumentException>(() => new PaperDraw(new Blueprint([new("Tiếng Anh", 0, 1, 100)]), Bank(30))).Message.ShouldContain("Tiếng Anh");

    [Fact]
    public void A_question_counts_for_the_first_cell_that_takes_it_only()
    {
        var bank = Enumerable.Range(1, 45).Select(n => new BankEntry($"q{n}", "Chung", 1, 500, [], "")).ToList();
        new Blueprint([new("", 0, 10, 100), new("Chung", 1, 5, 100)]).Short(bank).ShouldBe([(new BlueprintCell("Chung", 1, 5, 100), 0)]);
        new Blueprint([new("Chung", 1, 15, 100)]).Short(bank).ShouldBeEmpty();
    }
}
