using System.ComponentModel.DataAnnotations;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace CongVu.Platform.Tests.Web;

public class BindingTests
{
    private sealed class Form
    {
        [Display(Name = "Ngày nâng bậc")]
        public DateOnly? From { get; set; }

        [Display(Name = "Hệ số"), Range(1, 13)]
        public decimal Coefficient { get; set; } = 2.34m;

        public long Allowance { get; set; }

        public int? Count { get; set; }

        [Required]
        public string Name { get; set; } = "";
    }

    [Fact]
    public async Task A_form_filled_in_Vietnamese_style_binds()
    {
        var (form, state) = await Bind(("From", "ngày 1 tháng 3 năm 2026"), ("Coefficient", "4,98"), ("Allowance", "12.852.400 đ"), ("Count", "1.204"), ("Name", "Bình"));
        state.IsValid.ShouldBeTrue();
        (form.From, form.Coefficient, form.Allowance, form.Count).ShouldBe((new DateOnly(2026, 3, 1), 4.98m, 12_852_400, 1204));
    }

    [Fact]
    public async Task What_cannot_be_read_stays_typed_and_the_message_shows_how_to_write_it()
    {
        var (_, state) = await Bind(("From", "31/02/2026"), ("Name", "Bình"));
        state["From"]!.AttemptedValue.ShouldBe("31/02/2026");
        state["From"]!.Errors.Single().ErrorMessage.ShouldBe("Không đọc được ngày “31/02/2026”. Viết theo mẫu 31/12/2024.");
    }

    [Fact]
    public async Task An_empty_optional_field_is_nothing_and_an_empty_required_one_is_an_error()
    {
        var (form, state) = await Bind(("From", " "), ("Allowance", ""), ("Name", "Bình"));
        form.From.ShouldBeNull();
        state["From"]!.Errors.ShouldBeEmpty();
        state["Allowance"]!.Errors.Single().ErrorMessage.ShouldBe("Chưa nhập.");
    }

    [Fact]
    public async Task Rules_of_the_framework_speak_Vietnamese_and_never_name_a_property()
    {
        var (_, state) = await Bind(("Coefficient", "49,8"));
        state["Coefficient"]!.Errors.Single().ErrorMessage.ShouldBe("“Hệ số”: phải nằm trong khoảng từ 1 đến 13.");
        state["Name"]!.Errors.Single().ErrorMessage.ShouldBe("Chưa nhập.");
    }

    private static async Task<(Form Form, ModelStateDictionary State)> Bind(params (string Name, string Value)[] typed)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddControllers().AddScreens();
        var provider = services.BuildServiceProvider();
        var http = new DefaultHttpContext { RequestServices = provider };
        var action = new ActionContext(http, new RouteData(), new ActionDescriptor());
        var values = new FormValueProvider(
            BindingSource.Form,
            new FormCollection(typed.ToDictionary(t => t.Name, t => new StringValues(t.Value))),
            System.Globalization.CultureInfo.GetCultureInfo("vi-VN"));
        var metadata = provider.GetRequiredService<IModelMetadataProvider>().GetMetadataForType(typeof(Form));
        var binder = provider.GetRequiredService<IModelBinderFactory>().CreateBinder(new ModelBinderFactoryContext { Metadata = metadata, CacheToken = metadata });
        var context = DefaultModelBindingContext.CreateBindingContext(action, values, metadata, null, "");
        context.Model = new Form();
        await binder.BindModelAsync(context);
        var form = (Form)context.Result.Model!;
        provider.GetRequiredService<IObjectModelValidator>().Validate(action, context.ValidationState, "", form);
        return (form, action.ModelState);
    }
}
