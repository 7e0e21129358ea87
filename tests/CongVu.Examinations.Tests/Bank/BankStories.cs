using System.Text;
using CongVu.Examinations.Bank;
using CongVu.Examinations.Data;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using static CongVu.Examinations.Tests.Bank.BankOffice;

namespace CongVu.Examinations.Tests.Bank;

public sealed class BankStories(BankOffice office) : IClassFixture<BankOffice>
{
    private const string Two = "// [id:c1]\n::Một:: Thủ đô Việt Nam? {=Hà Nội ~Huế}\n\n// [id:c2]\n::Hai:: Năm nào? {#1945}\n";

    [Fact]
    public async Task A_question_goes_through_three_pairs_of_hands_and_each_step_is_kept()
    {
        var id = (await office.ImportAsync("Ba người", Two))["c1"];
        await using var author = await office.AsAsync(Author, Roles.UnitHr);
        await using var authorAsOfficer = await office.AsAsync(Author, Roles.HomeAffairs);
        await using var reviewer = await office.AsAsync(Reviewer, Roles.HomeAffairs);
        await using var approver = await office.AsAsync(Approver, Roles.Signer);
        (await author.Desk.SubmitAsync(id, 1, default)).ShouldBeOfType<StepOutcome.Done>();
        (await authorAsOfficer.Desk.ReviewAsync(id, 2, default)).ShouldBeOfType<StepOutcome.Refused>().Message.ShouldContain("tác giả");
        (await approver.Desk.ApproveAsync(id, 2, default)).ShouldBeOfType<StepOutcome.Refused>();
        (await reviewer.Desk.ReviewAsync(id, 2, default)).ShouldBeOfType<StepOutcome.Done>();
        (await reviewer.Desk.ApproveAsync(id, 3, default)).ShouldBeOfType<StepOutcome.Refused>().Message.ShouldContain("người khác");
        await using var late = await office.AsAsync(Approver, Roles.Signer);
        await Should.ThrowAsync<StaleEditException>(() => late.Desk.ApproveAsync(id, 2, default));
        await using var again = await office.AsAsync(Approver, Roles.Signer);
        (await again.Desk.ApproveAsync(id, 3, default)).ShouldBeOfType<StepOutcome.Done>();
        var row = await again.RowAsync(id);
        (row.State, row.AuthorId, row.ReviewerId, row.ApproverId).ShouldBe((BankState.Approved, Author, Reviewer, Approver));
        var steps = await again.Get<CongVuDb>().Set<BankItemStep>().Where(s => s.ItemId == id).OrderBy(s => s.At).ThenBy(s => s.Id).Select(s => s.ToState).ToListAsync();
        steps.ShouldBe([BankState.Draft, BankState.Submitted, BankState.Reviewed, BankState.Approved]);
    }

    [Fact]
    public async Task All_own_drafts_go_to_review_at_once_and_no_others()
    {
        await using var colleague = await office.AsAsync(Colleague, Roles.UnitHr);
        var (pending, _) = await colleague.Get<Importing>().ReadAsync("de.gift", Encoding.UTF8.GetBytes(Two), "Gửi hết", 1, null, default);
        await colleague.Get<Importing>().TakeAsync(pending!.Value, default);
        var mine = await office.ImportAsync("Gửi hết của người khác", Two);
        (await colleague.Desk.SubmitAllAsync(default)).ShouldBe(2);
        (await colleague.Desk.SubmitAllAsync(default)).ShouldBe(0);
        await using var reviewer = await office.AsAsync(Reviewer, Roles.HomeAffairs);
        (await reviewer.Desk.Visible().CountAsync(i => i.Subject == "Gửi hết")).ShouldBe(2);
        (await reviewer.Desk.Visible().AnyAsync(i => mine.Values.Contains(i.Id))).ShouldBeFalse();
    }

    [Fact]
    public async Task The_database_itself_refuses_an_author_who_approves()
    {
        var id = (await office.ImportAsync("Cơ sở dữ liệu", Two))["c1"];
        await using var source = NpgsqlDataSource.Create(office.ConnectionString);
        await using var cheat = source.CreateCommand("update examinations.bank_item set state = 'Approved', reviewer_id = author_id, approver_id = author_id where id = $1");
        cheat.Parameters.AddWithValue(id);
        await Should.ThrowAsync<PostgresException>(() => cheat.ExecuteNonQueryAsync());
    }

    [Fact]
    public async Task Only_the_author_and_whose_turn_it_is_read_a_question_and_every_reading_is_logged()
    {
        var id = (await office.ImportAsync("Cách ly", Two))["c1"];
        await using var author = await office.AsAsync(Author, Roles.UnitHr);
        await using var colleague = await office.AsAsync(Colleague, Roles.UnitHr);
        await using var officer = await office.AsAsync(Reviewer, Roles.HomeAffairs);
        await using var auditor = await office.AsAsync(Approver, Roles.Auditor);
        (await author.Desk.OpenAsync(await author.Desk.FindAsync(id, default), default)).Title.ShouldBe("Một");
        foreach (var other in new[] { colleague, officer, auditor })
        {
            await Should.ThrowAsync<NotFoundException>(() => other.Desk.FindAsync(id, default));
            var row = await other.RowAsync(id);
            await Should.ThrowAsync<ForbiddenException>(() => other.Desk.OpenAsync(row, default));
            (await other.Desk.Visible().AnyAsync(i => i.Id == id)).ShouldBeFalse();
        }
        await author.Desk.SubmitAsync(id, 1, default);
        await officer.Desk.OpenAsync(await officer.Desk.FindAsync(id, default), default);
        await officer.Desk.ReviewAsync(id, 2, default);
        await Should.ThrowAsync<NotFoundException>(() => officer.Desk.FindAsync(id, default));
        await using var source = NpgsqlDataSource.Create(office.ConnectionString);
        await using var readers = source.CreateCommand("select array_agg(account_id order by at) from platform.audit_entry where action = 'examinations.item.read' and subject_id = $1");
        readers.Parameters.AddWithValue(id);
        ((Guid[])(await readers.ExecuteScalarAsync())!).ShouldBe([Author, Reviewer]);
    }

    [Fact]
    public async Task What_is_at_rest_shows_neither_question_nor_key()
    {
        await office.ImportAsync("Niêm phong", "::Câu mật về Quốc hội:: Ai bầu Chủ tịch nước? {=Quốc hội ~Chính phủ}\n");
        await using (var desk = await office.AsAsync(Author, Roles.UnitHr))
            await desk.Get<Importing>().ReadAsync("cho.gift", Encoding.UTF8.GetBytes("::Câu mật chờ:: Quốc hội? {T}"), "Niêm phong", 1, null, default);
        await using var source = NpgsqlDataSource.Create(office.ConnectionString);
        await using var dump = source.CreateCommand("""
            select string_agg(t, '|') from (select convert_from(decode(replace(encode(sealed, 'hex'), '00', ''), 'hex'), 'LATIN1') t from examinations.bank_item_version
            union all select convert_from(decode(replace(encode(sealed, 'hex'), '00', ''), 'hex'), 'LATIN1') from examinations.pending_import
            union all select i::text from examinations.bank_item i union all select e.detail::text from platform.audit_entry e) x
            """);
        var text = (string)(await dump.ExecuteScalarAsync())!;
        text.ShouldNotContain("Câu mật");
        text.ShouldNotContain(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes("Quốc hội")));
        text.ShouldNotContain("RESPONSE");
    }

    [Fact]
    public async Task A_draft_brought_in_again_is_its_next_version_and_others_codes_stay()
    {
        var id = (await office.ImportAsync("Phiên bản", Two))["c1"];
        await office.ImportAsync("Phiên bản", Two.Replace("Huế", "Đà Nẵng"));
        await using var author = await office.AsAsync(Author, Roles.UnitHr);
        var row = await author.Desk.FindAsync(id, default);
        row.CurrentVersion.ShouldBe(2);
        (await author.Desk.OpenAsync(row, default)).Parts[0].Choices[1].Content.Text().ShouldBe("Đà Nẵng");

        await using var colleague = await office.AsAsync(Colleague, Roles.UnitHr);
        var (pending, _) = await colleague.Get<Importing>().ReadAsync("de.gift", Encoding.UTF8.GetBytes(Two), "Phiên bản", 1, null, default);
        (await author.Get<Importing>().FindAsync(pending!.Value, default)).ShouldBeNull();
        var done = (await colleague.Get<Importing>().TakeAsync(pending.Value, default)).ShouldBeOfType<ImportOutcome.Done>();
        (done.New, done.Again, done.Left.Count).ShouldBe((0, 0, 2));
        (await colleague.Get<Importing>().TakeAsync(pending.Value, default)).ShouldBeOfType<ImportOutcome.Refused>();
    }

    [Fact]
    public async Task A_return_needs_a_reason_and_begins_again_and_a_wrong_file_says_what_to_mend()
    {
        var id = (await office.ImportAsync("Trả lại", Two))["c1"];
        await using var author = await office.AsAsync(Author, Roles.UnitHr);
        await using var reviewer = await office.AsAsync(Reviewer, Roles.LegalOfficer);
        await author.Desk.SubmitAsync(id, 1, default);
        (await reviewer.Desk.ReturnAsync(id, 2, " ", default)).ShouldBeOfType<StepOutcome.Refused>();
        (await reviewer.Desk.ReturnAsync(id, 2, "Phương án B cũng đúng", default)).ShouldBeOfType<StepOutcome.Done>();
        (await author.RowAsync(id)).State.ShouldBe(BankState.Draft);

        var importing = author.Get<Importing>();
        (await importing.ReadAsync("x.gift", "{}"u8.ToArray(), "", 1, null, default)).Refused!.Field.ShouldBe("Subject");
        (await importing.ReadAsync("x.gift", Encoding.UTF8.GetBytes(Two), "Trả lại", 1, "999/1900/NĐ-CP", default)).Refused!.Message.ShouldContain("999/1900/NĐ-CP");
        (await importing.ReadAsync("x.pdf", "%PDF-1.7"u8.ToArray(), "Trả lại", 1, null, default)).Refused!.Message.ShouldContain("PDF");
        await Should.ThrowAsync<ForbiddenException>(() => reviewer.Get<Importing>().ReadAsync("x.gift", Encoding.UTF8.GetBytes(Two), "Trả lại", 1, null, default));
    }

    [Fact]
    public async Task A_question_whose_law_changed_is_frozen_until_its_author_looks_again()
    {
        // NĐ 300/2026 amends NĐ 170/2025 from 01/08/2026; the question was last compared before.
        var id = (await office.ImportAsync("Luật đổi", Two, "170/2025/NĐ-CP"))["c1"];
        await using var author = await office.AsAsync(Author, Roles.UnitHr);
        await using var reviewer = await office.AsAsync(Reviewer, Roles.HomeAffairs);
        await author.Desk.SubmitAsync(id, 1, default);
        await author.Get<CongVuDb>().Set<BankItem>().Where(i => i.Id == id).ExecuteUpdateAsync(u => u.SetProperty(i => i.LawCheckedAt, new DateTime(2026, 7, 1, 0, 0, 0, DateTimeKind.Utc)));
        (await reviewer.Desk.ReviewAsync(id, 2, default)).ShouldBeOfType<StepOutcome.Refused>().Message.ShouldContain("300/2026/NĐ-CP");
        await using var looking = await office.AsAsync(Author, Roles.UnitHr);
        (await looking.Desk.RecheckAsync(id, 2, "Điều dẫn chiếu không đổi", "170/2025/NĐ-CP", default)).ShouldBeOfType<StepOutcome.Done>();
        await using var later = await office.AsAsync(Reviewer, Roles.HomeAffairs);
        (await later.Desk.ReviewAsync(id, 3, default)).ShouldBeOfType<StepOutcome.Done>();
    }
}
