using CongVu.Decisions.Contracts;
using CongVu.Decisions.Numbers;
using CongVu.Platform.Security;
using CongVu.Platform.Time;

namespace CongVu.Decisions.Tests.Stories;

/// <summary>The register book: what was numbered, by whom, what became of it, and the proof that no number is missing.</summary>
public sealed class RegisterStory
{
    private static readonly RegisterKey Key = new(Province.Finance, "QĐ", 2026);

    [Fact]
    public async Task The_book_of_a_year_lists_every_number_and_proves_there_is_no_gap()
    {
        await using var province = await Province.OpenAsync();
        for (var i = 0; i < 3; i++) await province.RaiseAsync(await province.OfficialAsync($"Nguyễn Văn {(char)('A' + i)}"), "01/03/2026");

        var book = await BookAsync(province, province.Hr, new AsOf(Province.D("2026-03-02")));

        book.Entries.Select(e => e.NumberText).ShouldBe(["01/QĐ-STC", "02/QĐ-STC", "03/QĐ-STC"]);
        book.Entries[1].People.ShouldBe("Nguyễn Văn B");
        book.Entries[1].SignerName.ShouldBe("Đỗ Văn Tài");
        book.Runs.Proof.ShouldBe("Số 1–3 liên tục, không thiếu số nào.");
    }

    [Fact]
    public async Task An_annulled_entry_names_the_act_that_took_it_away_but_not_before_that_was_signed()
    {
        await using var province = await Province.OpenAsync();
        var raised = await province.RaiseAsync(await province.OfficialAsync(), "01/03/2026");
        province.Clock.GoTo(2026, 3, 10);
        var undo = await province.UndoAsync(province.OtherVerifier, ActionCodes.Annul, raised.Id, ("reason", "Sai đối tượng"), ("basis", "Kết luận kiểm tra số 5"));
        await province.IssueAsync(undo, province.OtherVerifier, province.Director);

        var now = await BookAsync(province, province.Hr, new AsOf(Province.D("2026-03-10")));
        now.Entries[0].Annulled!.Number.ShouldBe("02/QĐ-STC");
        now.Entries[0].State(Province.D("2026-03-10")).ShouldBe("Bị thu hồi theo 02/QĐ-STC ngày 10/03/2026");

        var before = await BookAsync(province, province.Hr, new AsOf(Province.D("2026-03-05")));
        before.Entries.Single().Annulled.ShouldBeNull();
        before.Entries.Single().State(Province.D("2026-03-05")).ShouldBe("Có hiệu lực");
        var asKnown = await BookAsync(province, province.Hr, new AsOf(Province.D("2026-03-10"), new DateTime(2026, 3, 5, 0, 0, 0, DateTimeKind.Utc)));
        asKnown.Entries.Single().Annulled.ShouldBeNull();
    }

    [Fact]
    public async Task The_book_of_an_agency_outside_the_scope_is_not_shown()
    {
        await using var province = await Province.OpenAsync();
        await province.RaiseAsync(await province.OfficialAsync(), "01/03/2026");
        await using var desk = await province.AsAsync(province.Hr with { Actor = province.Hr.Actor with { Grants = [new ActiveGrant(Roles.UnitHr, Province.Officers, [], Province.D("2020-01-01"), null)] } });
        var asOf = new AsOf(Province.D("2026-03-02"));

        (await desk.Get<RegisterBook>().RegistersAsync(asOf, default)).ShouldBeEmpty();
        await Should.ThrowAsync<ForbiddenException>(() => desk.Get<RegisterBook>().OfAsync(Key, asOf, true, 0, null, default));
    }

    [Theory]
    [InlineData(new[] { 1, 2, 3 }, 3, "Số 1–3 liên tục, không thiếu số nào.")]
    [InlineData(new[] { 1, 2, 4, 7 }, 8, "Có số 1–2, 4, 7. Thiếu 4 số: 3, 5–6, 8.")]
    [InlineData(new[] { 2 }, null, "Có số 2. Thiếu 1 số: 1.")]
    [InlineData(new int[0], null, "Chưa có số nào.")]
    public void Runs_say_what_is_there_and_what_is_missing(int[] numbers, int? last, string proof) => NumberRuns.Of(numbers, last).Proof.ShouldBe(proof);

    private static async Task<BookPage> BookAsync(Province province, Who who, AsOf asOf)
    {
        await using var desk = await province.AsAsync(who);
        return await desk.Get<RegisterBook>().OfAsync(Key, asOf, asOf.KnownAt is null && asOf.ValidOn == Province.D("2026-03-10"), 0, null, default);
    }
}
