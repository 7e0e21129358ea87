using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CongVu.Platform.Web.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CongVu.Platform.Tests.Web;

public class FieldTests
{
    [Fact]
    public async Task A_field_ties_label_hint_and_error_to_its_control()
    {
        var page = await Rendered.Page(new FieldTagHelper
        {
            Name = "Nguoi.Ten",
            Label = "Họ và tên",
            Hint = "Viết đủ dấu",
            ViewContext = Rendered.View(state: s => s.AddModelError("Nguoi.Ten", "Chưa nhập họ và tên.")),
        });
        var input = page.QuerySelector<IHtmlInputElement>("input")!;

        page.QuerySelector<IHtmlLabelElement>("label")!.HtmlFor.ShouldBe(input.Id);
        input.Name.ShouldBe("Nguoi.Ten");
        input.GetAttribute("aria-invalid").ShouldBe("true");
        var described = input.GetAttribute("aria-describedby")!.Split(' ').Select(id => page.GetElementById(id)!.TextContent);
        described.ShouldBe(["Viết đủ dấu", "Chưa nhập họ và tên."]);
    }

    [Fact]
    public async Task An_empty_error_is_none()
    {
        var page = await Rendered.Page(new FieldTagHelper { Name = "ngay", Kind = FieldKind.Date, Label = "Ngày", Error = "", ViewContext = Rendered.View() });

        page.QuerySelector(".cv-field-wrong").ShouldBeNull();
        page.QuerySelector("input")!.HasAttribute("aria-invalid").ShouldBeFalse();
    }

    [Fact]
    public async Task What_was_typed_wrongly_comes_back_as_it_was_typed()
    {
        var page = await Rendered.Page(new FieldTagHelper
        {
            Name = "ngay",
            Kind = FieldKind.Date,
            Value = new DateOnly(2024, 12, 31),
            ViewContext = Rendered.View(state: s =>
            {
                s.SetModelValue("ngay", "31/02/2024", "31/02/2024");
                s.AddModelError("ngay", "Không đọc được ngày.");
            }),
        });
        page.QuerySelector<IHtmlInputElement>("input")!.Value.ShouldBe("31/02/2024");
    }

    [Fact]
    public async Task Values_stand_in_fields_as_people_write_them()
    {
        (await Value(FieldKind.Date, new DateOnly(2024, 12, 31))).ShouldBe("31/12/2024");
        (await Value(FieldKind.Money, 12852400L)).ShouldBe("12.852.400");
        (await Value(FieldKind.Coefficient, 4.98m)).ShouldBe("4,98");

        static async Task<string> Value(FieldKind kind, object value) =>
            (await Rendered.Page(new FieldTagHelper { Name = "x", Kind = kind, Value = value, ViewContext = Rendered.View() }))
            .QuerySelector<IHtmlInputElement>("input")!.Value;
    }

    [Fact]
    public async Task A_password_never_comes_back()
    {
        var html = await Rendered.Html(new FieldTagHelper
        {
            Name = "mat-khau",
            Kind = FieldKind.Password,
            ViewContext = Rendered.View(state: s => s.SetModelValue("mat-khau", "bi-mat", "bi-mat")),
        });
        html.ShouldNotContain("bi-mat");
    }

    [Fact]
    public async Task Text_cannot_break_out_of_a_field()
    {
        var page = await Rendered.Page(new FieldTagHelper
        {
            Name = "x", Label = "<script>a</script>", Value = "\"><script>b</script>", ViewContext = Rendered.View(),
        });
        page.QuerySelectorAll("script").ShouldBeEmpty();
        page.QuerySelector<IHtmlInputElement>("input")!.Value.ShouldBe("\"><script>b</script>");
    }

    [Fact]
    public async Task Vietnamese_letters_are_written_as_they_are() =>
        (await Rendered.Html(new FieldTagHelper { Name = "x", Label = "Số đã đóng bảo hiểm", ViewContext = Rendered.View() }))
        .ShouldContain("Số đã đóng bảo hiểm");

    [Fact]
    public async Task A_select_groups_its_choices_and_marks_the_chosen_one()
    {
        var page = await Rendered.Page(new FieldTagHelper
        {
            Name = "don-vi", Kind = FieldKind.Select, Value = "b", ViewContext = Rendered.View(),
            Items = [new("a", "Sở Nội vụ", "Sở"), new("b", "Sở Tài chính", "Sở"), new("c", "UBND xã Tân Lập", "Xã")],
        });
        var select = page.QuerySelector<IHtmlSelectElement>("select")!;
        select.Value.ShouldBe("b");
        select.QuerySelectorAll("optgroup").Select(g => g.GetAttribute("label")).ShouldBe(["Sở", "Xã"]);
    }

    [Fact]
    public async Task A_radio_group_is_named_by_its_legend_and_keeps_the_choice()
    {
        var page = await Rendered.Page(new FieldTagHelper
        {
            Name = "hinh-thuc", Label = "Hình thức", Kind = FieldKind.Radio, Value = "dieu-dong", ViewContext = Rendered.View(),
            Items = [new("tiep-nhan", "Tiếp nhận"), new("dieu-dong", "Điều động", Note: "Trong cùng cơ quan")],
        });
        page.QuerySelector("fieldset > legend")!.TextContent.ShouldBe("Hình thức");
        var on = page.QuerySelectorAll<IHtmlInputElement>("input[type=radio]").Single(r => r.IsChecked);
        on.Value.ShouldBe("dieu-dong");
        page.GetElementById(on.GetAttribute("aria-describedby")!)!.TextContent.ShouldBe("Trong cùng cơ quan");
    }

    [Fact]
    public async Task A_searching_combobox_posts_the_choice_and_the_words()
    {
        var page = await Rendered.Page(new FieldTagHelper
        {
            Name = "Nguoi", Label = "Người", Source = "/tim/nguoi", Value = "42", ValueText = "Trần Văn Bình", ViewContext = Rendered.View(),
        }.With(FieldKind.Combobox));
        page.QuerySelector<IHtmlInputElement>("input[type=hidden]")!.Value.ShouldBe("42");
        var box = page.QuerySelector<IHtmlInputElement>("input[type=text]")!;
        (box.Name, box.Value).ShouldBe(("Nguoi.text", "Trần Văn Bình"));
    }

    [Fact]
    public async Task Attributes_the_field_does_not_know_go_to_the_control()
    {
        var page = await Rendered.Page(
            new FieldTagHelper { Name = "x", ViewContext = Rendered.View() }, "", new TagHelperAttribute("maxlength", "12"), new TagHelperAttribute("autocomplete", "name"));
        var input = page.QuerySelector("input")!;
        input.GetAttribute("maxlength").ShouldBe("12");
        input.GetAttribute("autocomplete").ShouldBe("name");
        page.QuerySelector(".cv-field")!.HasAttribute("maxlength").ShouldBeFalse();
    }

    [Fact]
    public async Task Choosing_nothing_in_a_filter_means_everything()
    {
        var http = Rendered.View("?q=an").HttpContext;
        var query = new CongVu.Platform.Web.TableView<string>("t", "T", r => r).Column("a", "A", r => r).Read(http);
        var context = new TagHelperContext([], new Dictionary<object, object>(), "test");
        var output = new TagHelperOutput("cv-filters", [], async (_, _) =>
        {
            var field = new FieldTagHelper { Name = "don-vi", Kind = FieldKind.Select, Items = [new("a", "Sở Nội vụ")], ViewContext = Rendered.View() };
            var inner = new TagHelperOutput("cv-field", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
            await field.ProcessAsync(context, inner);
            return new DefaultTagHelperContent().AppendHtml(inner.Content);
        });
        await new FiltersTagHelper { Query = query }.ProcessAsync(context, output);
        output.Content.GetContent(System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All)).ShouldContain("<option value=\"\">Tất cả</option>");
    }

    [Fact]
    public async Task The_error_summary_links_to_the_fields_and_is_silent_when_all_is_well()
    {
        var wrong = await Rendered.Page(new ErrorsTagHelper { ViewContext = Rendered.View(state: s => s.AddModelError("Input.Ngay", "Chưa nhập ngày.")) });
        wrong.QuerySelector("[role=alert] a")!.GetAttribute("href").ShouldBe("#Input_Ngay");
        (await Rendered.Html(new ErrorsTagHelper { ViewContext = Rendered.View() })).ShouldBeEmpty();
    }
}

internal static class FieldSteps
{
    public static FieldTagHelper With(this FieldTagHelper field, FieldKind kind)
    {
        field.Kind = kind;
        return field;
    }
}
